package ruru.nn.health;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Sgd;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;

class HealthProbeTest {
  private static final int ROWS = 40;
  private static final int INPUTS = 3;

  private final float[] x = numbers(ROWS * INPUTS, 1);
  private final float[] targets = numbers(ROWS, 2);
  private final float[] weights = new float[ROWS];
  private final List<Health> history = new ArrayList<>();

  HealthProbeTest() {
    for (int i = 0; i < ROWS; i++) {
      weights[i] = i % 5 == 0 ? 0 : 1 + i % 3;
    }
  }

  private static float[] numbers(int n, int stream) {
    float[] values = new float[n];
    Rng rng = new Rng(3, RandomStream.HELD_OUT, stream, 0);
    for (int i = 0; i < n; i++) {
      values[i] = (float) rng.nextGaussian();
    }
    return values;
  }

  private ArrayDataset data() {
    return new ArrayDataset(Shape.of(INPUTS), Shape.of(1), x, targets, weights, null);
  }

  private static Network network(String layers) {
    Network network = new Network(Shape.of(INPUTS), 1, NetworkText.parse(layers));
    network.initialise(5);
    return network;
  }

  private static int[] all() {
    return IntStream.range(0, ROWS).toArray();
  }

  private HealthProbe probe(Network network) {
    return probe(network, step -> true);
  }

  private HealthProbe probe(Network network, LongPredicate due) {
    return new HealthProbe(network, new Squared(), data(), all(), 1, due, history::add, BlasProvider.get());
  }

  /** The weighted mean loss of all rows. */
  private double loss(Network network) {
    Workspace w = new Workspace(network, ROWS, Workspace.Mode.PREDICT, BlasProvider.get());
    Tensor target = new Tensor(Shape.of(1), ROWS);
    data().read(all(), 0, ROWS, w.input(), target);
    w.forward(false);
    return new Squared().value(w.output(), target, weights) / IntStream.range(0, ROWS).mapToDouble(i -> weights[i])
        .sum();
  }

  private static LayerHealth layer(Health health, String name) {
    return health.layers().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theGradientIsThatOfTheMeanLoss() {
    Network network = network("dense 4 tanh, output");
    Health health = probe(network).measure(0);
    for (Network.Node node : network.nodes()) {
      double squares = 0;
      int count = 0;
      for (Parameter p : node.parameters()) {
        for (int i = p.offset(); i < p.end(); i++, count++) {
          float kept = network.values()[i];
          float step = 1e-2f;
          network.values()[i] = kept + step;
          double above = loss(network);
          network.values()[i] = kept - step;
          double below = loss(network);
          network.values()[i] = kept;
          squares += Math.pow((above - below) / (2 * step), 2);
        }
      }
      if (count > 0) {
        LayerHealth layer = layer(health, node.name());
        assertEquals(Math.sqrt(squares), layer.gradient(), 2e-3 * Math.sqrt(squares), node.name());
        assertEquals(layer.gradient() / Math.sqrt(count), layer.slope(), 1e-9);
      }
    }
  }

  @Test
  void unitsAreDeadIfNoRowActivatesThem() {
    Network network = network("dense 6 relu, output");
    Parameter bias = network.parametersByName().get("dense1/bias");
    Arrays.fill(network.values(), bias.offset(), bias.offset() + 2, -100);
    LayerHealth relu = layer(probe(network).measure(0), "relu1");
    assertEquals(2, relu.dead());
    assertEquals(6, relu.units());
    assertTrue(Double.isNaN(relu.saturated()), "a relu has no upper bound");
    assertEquals(-1, layer(probe(network).measure(0), "dense1").dead());
  }

  @Test
  void maps() {
    Network network = network("reshape 3x1, conv1d 4 3 relu, output");
    Parameter bias = network.parametersByName().get("conv1d1/bias");
    network.values()[bias.offset() + 1] = -100;
    LayerHealth relu = layer(probe(network).measure(0), "relu1");
    assertEquals(1, relu.dead());
    assertEquals(4, relu.units());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "sigmoid"})
  void outputsNearABoundAreSaturated(String activation) {
    Network network = network("dense 4 " + activation + ", output");
    assertTrue(layer(probe(network).measure(0), activation + "1").saturated() < 0.2);
    Parameter bias = network.parametersByName().get("dense1/bias");
    network.values()[bias.offset()] = 50;
    network.values()[bias.offset() + 1] = -50;
    assertTrue(layer(probe(network).measure(0), activation + "1").saturated() >= 0.5);
  }

  @Test
  void outputsHaveMeanAndDeviationOverRows() {
    Network network = network("output");
    Parameter weight = network.parametersByName().get("output1/weight");
    Parameter bias = network.parametersByName().get("output1/bias");
    Arrays.fill(network.values(), weight.offset(), weight.end(), 0);
    network.values()[weight.offset()] = 2;
    network.values()[bias.offset()] = 1e4f;
    LayerHealth output = layer(probe(network).measure(0), "output1");
    double[] first = IntStream.range(0, ROWS).filter(r -> weights[r] > 0).mapToDouble(r -> 2 * x[r * INPUTS])
        .toArray();
    double mean = Arrays.stream(first).average().orElseThrow();
    double variance = Arrays.stream(first).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertEquals(1e4 + mean, output.mean(), 1e-2);
    assertEquals(Math.sqrt(variance), output.deviation(), 1e-3);
  }

  @Test
  void whatAnUpdateChangedIsMeasuredBesideTheWeights() throws InterruptedException {
    Network network = network("dense 4 tanh, output");
    TrainingSettings settings = TrainingSettings.of(new Sgd(), 3).withBatch(8);
    Trainer trainer = new Trainer(network, new Squared(), settings, data(), all(), BlasProvider.get());
    HealthProbe probe = probe(network, step -> step == 2);
    float[][] seen = new float[2][];
    trainer.observe(probe);
    trainer.observe(new StepObserver() {
      @Override
      public void before(long step, int[] rows, int from, int to, double rate) {
        seen[0] = step == 2 ? network.values().clone() : seen[0];
      }

      @Override
      public void after(long step, double meanLoss) {
        seen[1] = step == 2 ? network.values().clone() : seen[1];
      }
    });
    trainer.epoch(1, new double[1]);
    assertEquals(1, history.size());
    Health health = history.get(0);
    assertEquals(2, health.update());
    for (Network.Node node : network.nodes().subList(1, network.nodes().size())) {
      if (node.parameters().isEmpty()) {
        continue;
      }
      double change = 0;
      double before = 0;
      for (int i = node.parameters().get(0).offset(); i < node.parameters().get(1).end(); i++) {
        change += Math.pow(seen[1][i] - seen[0][i], 2);
        before += Math.pow(seen[0][i], 2);
      }
      assertEquals(Math.sqrt(change / before), layer(health, node.name()).change(), 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 8 batchnorm relu, dropout 0.3, output", "dense 4 relu, dense 2 sigmoid, output"})
  void aTrainingThatIsProbedGivesTheSameBits(String layers) throws InterruptedException {
    float[] alone = trained(layers, false);
    assertArrayEquals(alone, trained(layers, true));
  }

  private float[] trained(String layers, boolean probed) throws InterruptedException {
    Network network = network(layers.replace("batchnorm relu", "batchnorm, relu"));
    Trainer trainer = new Trainer(network, new Squared(), TrainingSettings.of(new Sgd(), 3).withBatch(8), data(), all(),
        BlasProvider.get());
    history.clear();
    if (probed) {
      trainer.observe(probe(network));
    }
    for (int e = 0; e < 3; e++) {
      trainer.epoch(3, new double[3]);
    }
    assertEquals(probed ? 15 : 0, history.size());
    return network.values();
  }

  @Test
  void updatesOfATrainingAreThinnedOut() {
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L), IntStream.rangeClosed(1, 20).mapToLong(i -> i)
        .filter(HealthProbe::isPowerOfTwo).boxed().toList());
  }
}
