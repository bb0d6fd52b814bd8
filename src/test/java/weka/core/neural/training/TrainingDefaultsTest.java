package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.schedules.Constant;
import ruru.nn.schedules.Cosine;
import ruru.nn.schedules.OneCycle;

/** What the decisions on "auto" were measured with. */
class TrainingDefaultsTest {
  @Test
  void theyGoByOptimizerInputsAndClass() {
    assertEquals(TrainingDefaults.FULL_BATCH,
        TrainingDefaults.of(new Lbfgs(), Shape.parse("28x28x1"), Loss.Task.CLASSES));
    assertEquals(TrainingDefaults.IMAGES, TrainingDefaults.of(new Adam(), Shape.parse("28x28x1"), Loss.Task.NUMBERS));
    assertEquals(TrainingDefaults.IMAGES, TrainingDefaults.of(new Adam(), Shape.parse("96x1"), Loss.Task.CLASSES));
    assertEquals(TrainingDefaults.CLASSES, TrainingDefaults.of(new Adam(), Shape.of(4), Loss.Task.CLASSES));
    assertEquals(TrainingDefaults.NUMBERS, TrainingDefaults.of(new Adam(), Shape.of(4), Loss.Task.NUMBERS));
  }

  @ParameterizedTest
  @CsvSource({"FULL_BATCH,NaN,NaN", "IMAGES,0.002,0.03", "CLASSES,0.003,0.03", "NUMBERS,0.01,0.03"})
  void rates(TrainingDefaults defaults, double rate, double ofSmall) {
    assertEquals(rate, defaults.rate(false));
    assertEquals(ofSmall, defaults.rate(true));
  }

  /** Updates in an epoch, whether the network is small and rows are held out, and the epochs. */
  @ParameterizedTest
  @CsvSource({"FULL_BATCH,1,false,false,1000", "IMAGES,400,false,false,20", "IMAGES,10,true,true,60",
      "IMAGES,5000,false,false,10", "CLASSES,7,false,false,60", "CLASSES,7,true,false,71", "CLASSES,7,true,true,200",
      "NUMBERS,7,false,false,100", "NUMBERS,2,true,false,250", "NUMBERS,7,false,true,200"})
  void epochs(TrainingDefaults defaults, int updates, boolean small, boolean heldOut, int epochs) {
    assertEquals(epochs, defaults.epochs(updates, small, heldOut));
  }

  @Test
  void schedules() {
    assertEquals(new Constant(), TrainingDefaults.FULL_BATCH.fading());
    assertEquals(new OneCycle(), TrainingDefaults.IMAGES.fading());
    assertEquals(new Cosine(), TrainingDefaults.CLASSES.fading());
    assertEquals(new Cosine(), TrainingDefaults.NUMBERS.fading());
  }
}
