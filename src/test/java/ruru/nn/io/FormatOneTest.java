package ruru.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;

/**
 * A model file of format 1 as version 0.1.0 wrote it, with the predictions it gave then: every later version must read
 * it and predict the same. {@link #main} wrote the file and printed the numbers.
 */
class FormatOneTest {
  private static final String FILE = "format1.ruru";

  /** Predictions for {@link #rows}, three classes each. */
  private static final float[] PREDICTED = {0.99995697f, 4.3012365E-5f, 5.624877E-10f, 0.9996896f, 3.1041185E-4f,
      5.751265E-9f, 0.97215635f, 0.027734926f, 1.0870722E-4f, 7.485277E-4f, 0.06387362f, 0.93537784f, 1.4219085E-6f,
      0.0048468127f, 0.99515176f};

  /** Points on a grid; the class counts the coordinates above 0. */
  private static ArrayDataset rows() {
    int n = 25;
    float[] x = new float[2 * n];
    int[] label = new int[n];
    for (int r = 0; r < n; r++) {
      x[2 * r] = (r % 5 - 2) / 2f;
      x[2 * r + 1] = (r / 5 - 2) / 2f;
      label[r] = (x[2 * r] > 0 ? 1 : 0) + (x[2 * r + 1] > 0 ? 1 : 0);
    }
    return new ArrayDataset(Shape.of(2), Shape.of(3), x, ArrayDataset.oneHot(label, 3), null, label);
  }

  private static float[] predict(Model model) {
    int[] all = {0, 6, 12, 18, 24};
    float[] result = new float[3 * all.length];
    new Evaluator(model.network(), model.loss(), Shape.of(3), 3, all.length, 1, BlasProvider.get())
        .predict(rows(), all, result);
    return result;
  }

  @Test
  void isStillRead() throws IOException {
    Model model;
    try (InputStream in = FormatOneTest.class.getResourceAsStream(FILE)) {
      model = ModelFile.read(in);
    }
    assertEquals(new CrossEntropy(), model.loss());
    assertEquals("dense 4 tanh as a, batchnorm, dense 4 bias=no relu, add a, output",
        NetworkText.print(model.network().steps()));
    assertArrayEquals(PREDICTED, predict(model), 1e-5f);
    assertEquals(new Adam(), model.training().optimizer());
    assertEquals(60, model.training().checkpoint().trainer().epoch());
    assertEquals(60, model.training().checkpoint().history().epochs());
  }

  @Test
  void itsTrainingGoesOn() throws IOException, InterruptedException {
    Model model;
    try (InputStream in = FormatOneTest.class.getResourceAsStream(FILE)) {
      model = ModelFile.read(in);
    }
    Training training = training(model.network(), 2);
    training.resume(model.training().checkpoint());
    while (training.next()) {
      double[] losses = training.history().training();
      assertTrue(losses[losses.length - 1] < 0.5, Arrays.toString(losses));
    }
    assertEquals(62, training.history().epochs());
  }

  private static Training training(Network network, int epochs) {
    ArrayDataset data = rows();
    Consumer<String> silent = line -> {};
    return new Training(network, new CrossEntropy(),
        TrainingSettings.of(new Adam(), epochs).withRate(0.03).withBatch(10), data, Split.of(data, 0, 1),
        BlasProvider.get(), silent);
  }

  /** Writes the file into the folder that is named, and prints its predictions. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Network network = new Network(Shape.of(2), 3,
        NetworkText.parse("dense 4 tanh as a, batchnorm, dense 4 bias=no relu, add a, output"));
    network.initialise(1);
    Training training = training(network, 60);
    while (training.next()) {
      continue;
    }
    Model model = new Model(network, new CrossEntropy(),
        new Model.SavedTraining(new Adam(), training.checkpoint()));
    Files.write(Path.of(args[0], FILE), ModelBytes.of(model));
    System.out.println(Arrays.toString(predict(model)));
  }
}
