package weka.core.neural.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruru.nn.Shape;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.LabRun;

@Timeout(120)
class NetworkEyeTest {
  private static final float H = 1e-2f;

  private static LabRun trained(Instances data, String options) throws Exception {
    LabRun run = new LabRun(Samples.net(options + " -members 1 -patience 0"), LabRows.of(data, 15, 1), true);
    run.start();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state(), () -> String.valueOf(run.failure()));
    return run;
  }

  private static Instances digits() throws Exception {
    return Samples.file(Path.of("datasets/digits.arff"));
  }

  private static NetworkEye eye(LabRun run) throws Exception {
    NetworkEye eye = new NetworkEye(run.training().network());
    eye.setWeights(run.copiedWeights().get());
    return eye;
  }

  @Test
  void itSeesWhatTheNetworkSees() throws Exception {
    LabRun run =
        trained(digits(), "-input 16x16x1 -epochs 15 -layers \"conv 8 5x5, batchnorm, relu, dropout 0.3, maxpool "
            + "2, dense 16 relu\"");
    LookedAtRows rows = LookedAtRows.of(run);
    assertEquals("Test", rows.part());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), rows.classes(run.training().network()));
    NetworkEye eye = eye(run);
    Instances test = run.measures().rows(Part.TEST);
    int right = 0;
    for (int r = 0; r < rows.size(); r++) {
      eye.look(rows, r);
      assertArrayEquals(run.fitted().predict(test.get(r)), eye.predicted(rows, 10), 1e-5);
      right += Utils.maxIndex(eye.predicted(rows, 10)) == (int) test.get(r).classValue() ? 1 : 0;
    }
    assertThat(right).isGreaterThan(rows.size() / 2);
    assertEquals(16, eye.image().height());
    assertEquals("", rows.file(3));
    assertThat(rows.of(7)).isNotEmpty();
    for (int r : rows.of(7)) {
      assertEquals(7, test.get(r).classValue());
    }
  }

  /** The gradient of the score, along the gradient: by how much the score changes, to the first order. */
  @Test
  void saliencyIsTheSlopeOfTheScore() throws Exception {
    LabRun run =
        trained(digits(), "-input 16x16x1 -epochs 10 -layers \"conv 8 5x5, batchnorm, tanh, dropout 0.3, dense 16 "
            + "tanh\"");
    LookedAtRows rows = LookedAtRows.of(run);
    NetworkEye eye = eye(run);
    int last = eye.network().nodes().size() - 1;
    for (int label : new int[] {0, 7}) {
      eye.look(rows, 5);
      float[] gradient = eye.gradient(label, 10).values();
      float[] input = rows.input(5);
      double difference = 0;
      double length = 0;
      for (int i = 0; i < input.length; i += 5) {
        double numeric = (score(run, rows, input, i, H, last, label) - score(run, rows, input, i, -H, last, label))
            / (2 * H);
        difference += Math.pow(numeric - gradient[i], 2);
        length += numeric * numeric;
      }
      assertThat(Math.sqrt(difference)).isLessThan(0.01 * Math.sqrt(length));
    }
  }

  private static double score(LabRun run, LookedAtRows rows, float[] input, int index, float by, int node, int label)
      throws Exception {
    float[] changed = input.clone();
    changed[index] += by;
    NetworkEye eye = eye(run);
    Dataset one = new ArrayDataset(rows.data().inputShape(), Shape.of(1), changed, new float[1], new float[] {1},
        new int[1]);
    eye.look(new LookedAtRows(one, null, "", rows.loss(), null), 0);
    return eye.output(node).get(0, label);
  }

  @Test
  void theFirstOfTwoClassesFallsAsTheSecondRises() throws Exception {
    Instances two = digits();
    two.removeIf(r -> r.classValue() > 1);
    Instances renamed = Samples.arff(two.toString().replaceFirst("(?s)^.*?(?=@attribute)", "")
        .replaceAll("\\{0,1,2,3,4,5,6,7,8,9\\}", "{0,1}"));
    LabRun run = trained(renamed, "-input 16x16x1 -epochs 3 -layers \"conv 4 5x5 relu\" -loss binarycrossentropy");
    LookedAtRows rows = LookedAtRows.of(run);
    NetworkEye eye = eye(run);
    assertEquals(1, eye.network().outputShape().size());
    eye.look(rows, 0);
    float[] first = eye.gradient(0, 2).values();
    float[] second = eye.gradient(1, 2).values();
    assertThat(FloatImage.of(eye.network().inputShape(), second).size()).isGreaterThan(0);
    for (int i = 0; i < first.length; i++) {
      assertEquals(-second[i], first[i]);
    }
  }
}
