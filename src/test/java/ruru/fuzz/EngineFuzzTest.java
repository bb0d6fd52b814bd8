package ruru.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Shape;
import ruru.nn.io.Model;
import ruru.nn.io.ModelFile;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;

/**
 * Any network on any data trains, or is refused in words: its numbers are finite, the number of threads changes no bit,
 * and one that was stored in the middle of its training ends with the same bits.
 */
class EngineFuzzTest {
  private static final List<String> OPTIMIZERS = List.of("adam", "adamw", "sgd", "momentum", "nesterov", "rmsprop",
      "lbfgs", "adam beta2=0.9", "lbfgs memory=2");
  private static final List<String> LOSSES = List.of("crossentropy", "binarycrossentropy", "hinge", "perceptron",
      "squared", "absolute", "percentage", "huber");
  private static final List<String> SCHEDULES = List.of("constant", "step 1 0.5", "cosine", "onecycle", "plateau",
      "exponential 0.9");
  private static final int CLASSES = 3;

  @Test
  void anyNetworkTrainsOrIsRefused() {
    int[] trained = {0};
    Fuzz.run("networks", 400, random -> {
      Shape input = RandomNetworks.input(random);
      String layers = RandomNetworks.text(input, random);
      try {
        new Case(input, layers, random).run(trained);
      } catch (AssertionError e) {
        throw new AssertionError(input + ": " + layers, e);
      } catch (Exception | Error e) {
        try {
          Refusal.require(e);
        } catch (AssertionError fault) {
          throw new AssertionError(input + ": " + layers, fault);
        }
      }
    });
    System.out.println(trained[0] + " networks trained to the end");
    assertTrue(trained[0] > 0);
  }

  private static final class Case {
    private final Random random;
    private final Loss loss;
    private final Optimizer optimizer;
    private final Network network;
    private final Dataset data;
    private final TrainingSettings settings;
    private final Split split;

    Case(Shape input, String layers, Random random) {
      this.random = random;
      loss = RecordText.parse(Catalog.LOSSES, LOSSES.get(random.nextInt(LOSSES.size())));
      optimizer = RecordText.parse(Catalog.OPTIMIZERS, OPTIMIZERS.get(random.nextInt(OPTIMIZERS.size())));
      boolean classes = loss.fits(Loss.Task.CLASSES) && (random.nextBoolean() || !loss.fits(Loss.Task.NUMBERS));
      int outputs = classes ? loss.outputs(CLASSES) : 1 + random.nextInt(2);
      network = new Network(input, outputs, NetworkText.parse(layers));
      data = data(input, classes, outputs);
      TrainingSettings first = TrainingSettings.of(optimizer, 2).withThreads(1).withShards(random.nextInt(4))
          .withSchedule(RecordText.parse(Catalog.SCHEDULES, SCHEDULES.get(random.nextInt(SCHEDULES.size()))))
          .withSeed(random.nextLong());
      boolean small = !layers.contains("lbfgs") && first.batch() > 0;
      settings = small ? first.withBatch(1 + random.nextInt(9)).withClip(random.nextInt(2)) : first;
      split = Split.of(data, random.nextInt(3) * 0.2, 1);
    }

    private Dataset data(Shape input, boolean classes, int outputs) {
      int rows = 1 + random.nextInt(20);
      float scale = random.nextInt(4) > 0 ? 1 : (float) Math.pow(10, 40 * random.nextDouble() - 20);
      float[] inputs = new float[rows * input.size()];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = random.nextInt(5) == 0 ? 0 : scale * (float) random.nextGaussian();
      }
      float[] weights = new float[rows];
      for (int r = 0; r < rows; r++) {
        weights[r] = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(3);
      }
      if (classes) {
        int[] labels = random.ints(rows, 0, CLASSES).toArray();
        return new ArrayDataset(input, Shape.of(CLASSES), inputs, ArrayDataset.oneHot(labels, CLASSES), weights,
            labels);
      }
      float[] targets = new float[rows * outputs];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = (float) random.nextGaussian();
      }
      return new ArrayDataset(input, network.outputShape(), inputs, targets, weights, null);
    }

    void run(int[] trained) throws Exception {
      if (random.nextInt(8) > 0) {
        network.initialise(random.nextLong());
      }
      Network other = copy();
      Training training = training(network, settings);
      Training threaded = training(other, settings.withThreads(3));
      int epochs = random.nextInt(3);
      for (int e = 0; e < epochs; e++) {
        training.next();
        threaded.next();
        assertArrayEquals(network.values(), other.values(), "three threads");
      }
      finite(network.values());
      if (!hasDiverged()) {
        finite(predictions(network));
      }
      Network resumed = copy();
      Training after = training(resumed, settings);
      if (epochs > 0) {
        after.resume(training.checkpoint());
        Training same = training(network, settings);
        same.resume(training.checkpoint());
        same.next();
        after.next();
        assertArrayEquals(network.values(), resumed.values(), "resumed");
        same.restoreBest();
      } else {
        training.restoreBest();
      }
      finite(network.values());
      assertArrayEquals(predictions(network), predictions(copy()), "stored");
      trained[0]++;
    }

    private Training training(Network of, TrainingSettings with) {
      return new Training(of, loss, with, data, split, BlasProvider.get(), message -> {});
    }

    private Network copy() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ModelFile.write(new Model(network, loss), bytes);
      return ModelFile.read(new ByteArrayInputStream(bytes.toByteArray())).network();
    }

    private float[] predictions(Network of) {
      int[] rows = new int[data.size()];
      java.util.Arrays.setAll(rows, r -> r);
      int classes = data.label(0) < 0 ? 0 : CLASSES;
      float[] result = new float[rows.length * (classes > 0 ? classes : of.outputs())];
      new Evaluator(of, loss, data.targetShape(), classes, rows.length, 2, BlasProvider.get()).predict(data, rows,
          result);
      return result;
    }

    /** Whether the last update, whose loss nobody has measured yet, has led to where predictions may overflow. */
    private boolean hasDiverged() {
      for (float value : network.values()) {
        if (Math.abs(value) > 1e12) {
          return true;
        }
      }
      return false;
    }

    private static void finite(float[] numbers) {
      for (float number : numbers) {
        if (!Float.isFinite(number)) {
          throw new AssertionError("a number is " + number);
        }
      }
    }
  }
}
