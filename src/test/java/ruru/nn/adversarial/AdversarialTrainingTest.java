package ruru.nn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;

class AdversarialTrainingTest {
  private static final Blas BLAS = BlasProvider.get();
  private static final int[] NO_KINDS = {};

  private static Network network(Shape input, int outputs, String layers) {
    Network network = new Network(input, outputs, NetworkText.parse(layers));
    network.initialise(3);
    return network;
  }

  private static AdversarialSettings settings(AdversarialLoss loss, double spectral, int batch, int threads) {
    return new AdversarialSettings(loss, spectral, new Adam(0.5, 0.9, 1e-8), 0.003, batch, 0.99, threads, 5);
  }

  /** Two Gaussians of standard deviation 0.1 at (-1, 0) and (1, 0), in turn. */
  private static float[] twoPoints(int rows) {
    float[] data = new float[2 * rows];
    Rng random = new Rng(9, RandomStream.HELD_OUT);
    for (int r = 0; r < rows; r++) {
      data[2 * r] = (float) ((r % 2 == 0 ? -1 : 1) + 0.1 * random.nextGaussian());
      data[2 * r + 1] = (float) (0.1 * random.nextGaussian());
    }
    return data;
  }

  private static int[] alternating(int rows) {
    int[] kinds = new int[rows];
    Arrays.setAll(kinds, r -> r % 2);
    return kinds;
  }

  /** The gradient of the generator's loss comes through the discriminator; here beside central differences. */
  @ParameterizedTest
  @EnumSource
  void theGeneratorsGradientIsThatOfItsLoss(AdversarialLoss loss) {
    Network network = network(Shape.of(5), 3, "dense 6 tanh, output");
    Network discriminator = network(Shape.of(3), 2, "dense 7 tanh, output");
    Shard shard = new Shard(new Generator(network, 3, 2), discriminator, settings(loss, 0, 6, 1), 6, BLAS);
    check(network, gradient -> {
      shard.begin(6, 4, 0, new int[] {0, 1, 1, 0, 1, 0});
      shard.generate(gradient, Cancellation.NEVER);
      return shard.lossSum;
    });
  }

  @Test
  void imagesPassTheirGradientToo() {
    Network network = network(Shape.of(3), 1, "dense 8, reshape 2x2x2, tanh, deconv 2 4 stride=2, tanh");
    Network discriminator = network(Shape.of(4, 4, 2), 1, "conv 3 3 tanh, flatten, output");
    Shard shard = new Shard(new Generator(network, 3, 0), discriminator,
        settings(AdversarialLoss.NONSATURATING, 0, 4, 1), 4, BLAS);
    check(network, gradient -> {
      shard.begin(4, 4, 0, new int[4]);
      shard.generate(gradient, Cancellation.NEVER);
      return shard.lossSum;
    });
  }

  @Test
  void theDiscriminatorsGradientIsThatOfItsLoss() {
    Network network = network(Shape.of(5), 3, "dense 6 tanh, output");
    Network discriminator = network(Shape.of(3), 2, "dense 7 tanh, output");
    Shard shard = new Shard(new Generator(network, 3, 2), discriminator,
        settings(AdversarialLoss.NONSATURATING, 0, 4, 1), 4, BLAS);
    float[] data = {1, 0, 2, -1, 1, 0, 0, 2, 1, 1, 1, -2};
    check(discriminator, gradient -> {
      shard.begin(4, 4, 0, new int[] {0, 1, 1, 0});
      shard.discriminate(data, new int[] {2, 0, 3, 1}, gradient, Cancellation.NEVER);
      return shard.lossSum;
    });
  }

  private interface Run {
    double loss(float[] gradient);
  }

  private static void check(Network network, Run run) {
    float[] w = network.values();
    float[] gradient = new float[w.length];
    run.loss(gradient);
    float[] unused = new float[w.length];
    for (Parameter p : network.parameters()) {
      double error = 0;
      double size = 0;
      for (int i = p.offset(); i < p.end(); i++) {
        float before = w[i];
        float h = 3e-3f;
        w[i] = before + h;
        double up = run.loss(unused);
        w[i] = before - h;
        double down = run.loss(unused);
        w[i] = before;
        double numeric = (up - down) / (2 * h);
        error += Math.pow(numeric - gradient[i], 2);
        size += numeric * numeric;
      }
      assertTrue(size > 0, p.name() + " has no gradient");
      assertTrue(Math.sqrt(error) < 1e-3 * Math.sqrt(size), p.name() + ": " + Math.sqrt(error / size));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theNumberOfThreadsDoesNotMatter(int threads) {
    assertArrayEquals(weights(1, "dense 16 relu, output"), weights(threads, "dense 16 relu, output"));
    assertArrayEquals(weights(1, "dense 16, batchnorm, relu, output"),
        weights(threads, "dense 16, batchnorm, relu, output"));
  }

  private static float[] weights(int threads, String layers) {
    Network network = network(Shape.of(4), 2, layers);
    Network discriminator = network(Shape.of(2), 2, "dense 16 leakyrelu 0.2, dropout 0.2, output");
    AdversarialTraining training = new AdversarialTraining(new Generator(network, 2, 2), discriminator, twoPoints(600),
        alternating(600), settings(AdversarialLoss.HINGE, 2, 256, threads), BLAS);
    for (int i = 0; i < 20; i++) {
      training.update(Cancellation.NEVER);
    }
    float[] all = Arrays.copyOf(network.values(), network.values().length + discriminator.values().length);
    System.arraycopy(discriminator.values(), 0, all, network.values().length, discriminator.values().length);
    return all;
  }

  @Test
  void twoGaussiansAreFoundAndTheKindIsTheOneAskedFor() {
    Network network = network(Shape.of(4), 2, "dense 32 relu, output");
    AdversarialTraining training = new AdversarialTraining(new Generator(network, 2, 2),
        network(Shape.of(2), 2, "dense 32 relu, output"), twoPoints(512), alternating(512),
        settings(AdversarialLoss.HINGE, 2, 64, 1), BLAS);
    for (int i = 0; i < 2500; i++) {
      training.update(Cancellation.NEVER);
    }
    assertEquals(2500, training.updates());
    int[] kinds = alternating(200);
    float[] made = training.generator().rows(200, kinds, 1, BLAS, Cancellation.NEVER);
    int near = 0;
    for (int r = 0; r < 200; r++) {
      near += Math.hypot(made[2 * r] - (kinds[r] == 0 ? -1 : 1), made[2 * r + 1]) < 0.4 ? 1 : 0;
    }
    assertTrue(near > 180, near + " of 200 are near the Gaussian asked for");
  }

  @Test
  void theSameNoiseGivesTheSameRows() {
    Generator generator = new Generator(network(Shape.of(2), 2, "dense 4 tanh, output"), 2, 0);
    float[] many = generator.rows(150, NO_KINDS, 1, BLAS, Cancellation.NEVER);
    assertArrayEquals(Arrays.copyOf(many, 200), generator.rows(100, NO_KINDS, 1, BLAS, Cancellation.NEVER), 1e-6f);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Network network = network(Shape.of(2), 3, "dense 4 tanh, output");
    assertThatThrownBy(() -> new Generator(network, 3, 0)).hasMessageContaining("expected [3]: 3 numbers of noise");
    Generator generator = new Generator(network, 2, 0);
    AdversarialSettings settings = settings(AdversarialLoss.HINGE, 1, 4, 1);
    assertThatThrownBy(() -> new AdversarialTraining(generator, network(Shape.of(2), 1, "output"), twoPoints(8),
        NO_KINDS, settings, BLAS)).hasMessageContaining("makes rows of shape [3], expected [2]");
    assertThatThrownBy(() -> new AdversarialTraining(generator, network(Shape.of(3), 2, "output"), new float[30],
        NO_KINDS, settings, BLAS)).hasMessageContaining("output has the shape [2], expected [1]");
    assertThatThrownBy(() -> new AdversarialTraining(generator, network(Shape.of(3), 1, "output"), new float[9],
        NO_KINDS, settings, BLAS)).hasMessageContaining("batch: expected at most the 3 rows");
    assertThatThrownBy(() -> settings(AdversarialLoss.HINGE, -1, 4, 1)).hasMessageContaining("spectral");
  }

  @Test
  void anInterruptEndsAnUpdate() {
    AdversarialTraining training = new AdversarialTraining(
        new Generator(network(Shape.of(2), 2, "dense 4 tanh, output"), 2, 0), network(Shape.of(2), 1, "output"),
        twoPoints(64), NO_KINDS, settings(AdversarialLoss.HINGE, 1, 64, 1), BLAS);
    assertThatThrownBy(() -> training.update(() -> {
      throw new InterruptedException("enough");
    })).isInstanceOf(InterruptedException.class);
    assertThat(training.updates()).isZero();
    training.update(Cancellation.NEVER);
    assertThat(training.updates()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNotFiniteIsTold() {
    float[] data = twoPoints(64);
    data[3] = Float.NaN;
    AdversarialTraining training = new AdversarialTraining(
        new Generator(network(Shape.of(2), 2, "dense 4 tanh, output"), 2, 0), network(Shape.of(2), 1, "output"),
        data, NO_KINDS, settings(AdversarialLoss.HINGE, 1, 64, 1), BLAS);
    assertThatThrownBy(() -> training.update(Cancellation.NEVER)).isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("discriminator's loss is NaN in update 1");
  }
}
