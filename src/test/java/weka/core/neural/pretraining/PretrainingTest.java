package weka.core.neural.pretraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.distance;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.predictions;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.boltzmann.RestrictedBoltzmannMachine;
import ruru.boltzmann.VisibleUnits;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.Pretrain;
import weka.core.neural.run.Progress;

/** Layers that learn from rows without a class. */
class PretrainingTest {
  private static final String RBM = "-layers \"dense 6 sigmoid, dropout 0.1, dense 5 sigmoid\" -epochs 5 -pretrain rbm";
  private static final String CODERS = "-layers \"dense 6 relu, dense 5\" -epochs 5 -pretrain autoencoder";

  /** The first rows have a class. */
  private static Instances rows(int labelled, int all, boolean nominal) throws Exception {
    Instances data = mixed(all, 1, nominal);
    for (int r = labelled; r < all; r++) {
      data.get(r).setClassMissing();
    }
    return data;
  }

  /** A layer that takes inputs as they are gives what the machine gives of inputs from 0 to 1. */
  @Test
  void theMachineIsFoldedIntoTheLayer() {
    Random random = new Random(1);
    float[] x = new float[20 * 3];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 3 == 2 ? 4 : (float) (i % 3 * 100 + 7 * random.nextGaussian());
    }
    RestrictedBoltzmannMachine machine = new RestrictedBoltzmannMachine(VisibleUnits.binary(3), 2);
    for (float[] p : new float[][] {machine.weights(), machine.hiddenBias()}) {
      for (int i = 0; i < p.length; i++) {
        p[i] = (float) random.nextGaussian();
      }
    }
    Network network = new Network(Shape.of(3), 1, NetworkText.parse("dense 2 sigmoid, output"));
    HiddenLayer layer = HiddenLayer.of(network, Pretrain.RBM).get(0);
    Ranges ranges = Ranges.of(x, 3);
    float[] z = x.clone();
    ranges.apply(z);
    ranges.fold(machine, network.values(), layer);
    float[] expected = machine.hidden(z, 1, Cancellation.NEVER);
    for (int r = 0; r < 20; r++) {
      for (int j = 0; j < 2; j++) {
        double sum = network.values()[layer.bias().offset() + j];
        for (int i = 0; i < 3; i++) {
          sum += x[r * 3 + i] * network.values()[layer.weight().offset() + i * 2 + j];
        }
        assertEquals(expected[r * 2 + j], 1 / (1 + Math.exp(-sum)), 1e-4);
      }
      assertTrue(z[r * 3] >= 0 && z[r * 3] <= 1 && z[r * 3 + 2] == 0);
    }
  }

  /** Each layer reconstructs its inputs better than one with random weights: it has learnt something of them. */
  @Test
  void hiddenLayersAreTrainedAndTheOutputIsNot() throws Exception {
    Random random = new Random(2);
    float[] x = new float[200 * 6];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 6 % 2 == i % 2 ? 1 : random.nextInt(2);
    }
    for (Pretrain kind : List.of(Pretrain.RBM, Pretrain.AUTOENCODER)) {
      Network network = new Network(Shape.of(6), 2, NetworkText.parse("dense 4 sigmoid, dense 3 sigmoid, output"));
      network.initialise(1);
      float[] before = network.values().clone();
      new Pretraining(kind, new ArrayDataset(Shape.of(6), Shape.of(1), x, new float[200], null, null), 10, 2,
          Progress.silent()).train(network, 1);
      int output = network.parametersByName().values().stream().mapToInt(p -> p.offset()).sorted()
          .skip(4).findFirst().orElseThrow();
      assertTrue(!Arrays.equals(before, 0, output, network.values(), 0, output), kind.toString());
      assertTrue(Arrays.equals(before, output, before.length, network.values(), output, before.length));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {RBM, CODERS})
  void rowsWithoutAClassCount(String options) throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      Instances few = rows(20, 20, nominal);
      Instances many = rows(20, 80, nominal);
      NeuralNet net = built(options, many);
      assertTrue(distance(predictions(net, many), predictions(built(options, few), many)) > 0);
      String without = options.substring(0, options.indexOf(" -pretrain"));
      NeuralNet plain = built(without, many);
      assertTrue(distance(predictions(net, many), predictions(plain, many)) > 0);
      assertSame(predictions(plain, many), predictions(built(without, few), many), "left out without -pretrain");
      assertTrue(net.toString().contains("on 80 rows, of which 20 have a class and 60 have none"), net.toString());
      assertTrue(!plain.toString().contains("Pretraining"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {RBM, CODERS})
  void theSameSeedGivesTheSameBitsWithAnyThreads(String options) throws Exception {
    Instances data = rows(30, 150, true);
    double[][] one = predictions(built(options + " -threads 1", data), data);
    for (int threads : new int[] {1, 2, 4}) {
      assertSame(one, predictions(built(options + " -threads " + threads, data), data), threads + " threads");
    }
    assertTrue(distance(one, predictions(built(options + " -S 2", data), data)) > 0);
  }

  @Test
  void membersAreTrainedEach() throws Exception {
    Instances data = rows(30, 60, true);
    NeuralNet net = built(RBM + " -members 2", data);
    assertTrue(distance(predictions(net, data), predictions(built(RBM, data), data)) > 0);
  }

  @Test
  void rowsThatAllHaveAClassWillDo() throws Exception {
    Instances data = rows(30, 30, true);
    assertTrue(built(RBM, data).toString().contains("30 have a class and 0 have none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-pretrain rbm|layers|dense 100 sigmoid", "-pretrain both|-pretrain|both",
      "-pretrain rbm -layers \"dense 5 relu\"|dense 5 relu|dense 5 sigmoid|autoencoder",
      "-pretrain rbm -layers \"dense 5\"|'dense 5'|dense 5 sigmoid",
      "-pretrain rbm -layers \"dense 5 sigmoid bias=no\"|bias",
      "-pretrain autoencoder -layers \"dense 5 relu, batchnorm, dense 4\"|batchnorm|a dense layer",
      "-pretrain autoencoder -layers output|no hidden layer",
      "-pretrain rbm -layers \"dense 5 sigmoid\" -targets 1|targets",
      "-pretrain rbm -layers \"dense 5 sigmoid\" -relative a|relative"})
  void whatDoesNotFitIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> built(parts[0], rows(20, 40, false)), Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Test
  void aTableWithoutAClassIsRefused() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute class {x,y}\n@data", "1,?", "2,?");
    assertThrows(Exception.class, () -> built(RBM, data));
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    Instances data = rows(20, 40, true);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> built(RBM, data));
    assertTrue(Thread.interrupted());
  }
}
