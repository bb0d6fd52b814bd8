package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.schedules.Constant;
import ruru.nn.schedules.Cosine;
import ruru.nn.schedules.OneCycle;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;

/** What the decisions on "auto" were measured with. */
class TrainingDefaultsTest {
  @ParameterizedTest
  @CsvSource({"FULL_BATCH,lbfgs,28x28x1,output,CLASSES", "IMAGES,adam,28x28x1,output,NUMBERS",
      "IMAGES,adam,96x1,output,CLASSES", "RECURRENT,adam,96x1,lstm 3,CLASSES",
      "RECURRENT,adam,6,reshape 6x1 gru 2,NUMBERS",
      "CLASSES,adam,4,output,CLASSES", "NUMBERS,adam,4,output,NUMBERS"})
  void theyGoByOptimizerNetworkAndClass(TrainingDefaults expected, String optimizer, String input, String layers,
      Loss.Task task) {
    Network network = new Network(Shape.parse(input), 2, NetworkText.parse(layers.replace("1 gru", "1, gru")));
    assertEquals(expected,
        TrainingDefaults.of(RecordText.parse(Catalog.OPTIMIZERS, optimizer), network, task));
  }

  @ParameterizedTest
  @CsvSource({"FULL_BATCH,NaN,NaN", "IMAGES,0.002,0.03", "RECURRENT,0.005,0.005", "CLASSES,0.003,0.03",
      "NUMBERS,0.01,0.03"})
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
