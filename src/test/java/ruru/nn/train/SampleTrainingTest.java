package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Sample;
import ruru.nn.Samples;
import ruru.nn.io.Model;
import ruru.nn.io.ModelBytes;
import ruru.nn.io.ModelFile;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;

/** What holds for training and saving a network of any layer. */
class SampleTrainingTest {
  private static final int ROWS = 37;
  private static final TrainingSettings SETTINGS =
      TrainingSettings.of(new Adam(), 3).withBatch(16).withShards(3).withClip(1);

  static List<Sample> samples() {
    return Samples.layers();
  }

  /** Random rows, with weights 0, 1 and 2. */
  private static Dataset data(Network network) {
    float[] x = new float[ROWS * network.inputShape().size()];
    float[] t = new float[ROWS * network.outputShape().size()];
    float[] weights = new float[ROWS];
    Rng rng = new Rng(23, RandomStream.HELD_OUT, 3, 0);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) rng.nextGaussian();
    }
    for (int i = 0; i < t.length; i++) {
      t[i] = (float) rng.nextGaussian();
    }
    for (int r = 0; r < ROWS; r++) {
      weights[r] = r % 3;
    }
    return new ArrayDataset(network.inputShape(), network.outputShape(), x, t, weights, null);
  }

  private static Training train(Network network, TrainingSettings settings) throws InterruptedException {
    Dataset data = data(network);
    Training training = new Training(network, new Squared(), settings, data, Split.of(data, 0.2, 1),
        BlasProvider.get(), line -> {});
    while (training.next()) {
      continue;
    }
    return training;
  }

  private static float[] predict(Network network) {
    float[] result = new float[ROWS * network.outputShape().size()];
    Dataset data = data(network);
    new Evaluator(network, new Squared(), network.outputShape(), 0, ROWS, 1, BlasProvider.get())
        .predict(data, Rows.all(data), result);
    return result;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void threadsDoNotChangeABit(Sample sample) throws InterruptedException {
    Network one = sample.network();
    float[] before = one.values().clone();
    double[] losses = train(one, SETTINGS.withThreads(1)).history().training();
    assertTrue(before.length == 0 || !Arrays.equals(before, one.values()), "nothing was trained");
    for (int threads : new int[] {2, 4}) {
      Network several = sample.network();
      assertArrayEquals(losses, train(several, SETTINGS.withThreads(threads)).history().training());
      assertArrayEquals(one.values(), several.values());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aModelFileKeepsPredictionsAndTraining(Sample sample) throws InterruptedException, IOException {
    Network network = sample.network();
    Training training = train(network, SETTINGS);
    Model model = new Model(network, new Squared(), new Model.SavedTraining(new Adam(), training.checkpoint()));
    Model back = ModelFile.read(new ByteArrayInputStream(ModelBytes.of(model)));
    assertArrayEquals(network.values(), back.network().values());
    assertArrayEquals(predict(network), predict(back.network()));
    assertGoesOnAlike(training, network, back);
  }

  private static void assertGoesOnAlike(Training training, Network network, Model saved) throws InterruptedException {
    training.resume(training.checkpoint());
    Dataset data = data(network);
    Training resumed = new Training(saved.network(), saved.loss(), SETTINGS, data, Split.of(data, 0.2, 1),
        BlasProvider.get(), line -> {});
    resumed.resume(saved.training().checkpoint());
    while (training.next()) {
      assertTrue(resumed.next());
    }
    assertFalse(resumed.next());
    assertEquals(6, resumed.history().epochs());
    assertArrayEquals(network.values(), saved.network().values());
  }
}
