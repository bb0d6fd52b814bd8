package weka.core.neural.clustering;

import ruru.nn.Shape;
import ruru.nn.train.TrainingSettings;
import weka.core.SerializedObject;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.ClusterSettings;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.autoencoder.AutoencoderLayers;
import weka.core.neural.options.ImageInput;

/**
 * A clustering's settings with every "auto" resolved. Images are changed a little at random in training, and their
 * clusters refined from twice as many: a shifted digit stays the same digit, which no distance between pixels tells.
 * Source: Guo, Zhu, Liu, Yin 2018, "Deep embedded clustering with data augmentation" (the changes).
 *
 * @param training the autoencoder's training, with the random changes resolved
 * @param autoencoder       the autoencoder, with layers and code resolved where images are changed
 * @param epochs default epochs of the autoencoder alone
 * @param refining epochs of joint refinement
 * @param refineWeight weight of the clustering loss relative to the reconstruction
 * @param changes      whether images are changed at random
 * @param from         number of clusters that refinement starts with, to be merged; {@value #TWICE} for twice the
 *                     final number
 * @param runs number of complete runs, of which the best is kept
 */
record ClusterRecipe(NeuralSettings training, AutoencoderSettings autoencoder, int epochs, TrainingSettings refining,
    double refineWeight, boolean changes, int from, int runs) {
  private static final int TWICE = -1;
  private static final int EPOCHS = 100;
  private static final int EPOCHS_OF_IMAGES = 150;
  private static final int LEAST_EPOCHS_OF_IMAGES = 30;
  private static final int UPDATES_OF_IMAGES = 12_000;
  private static final int REFINING_UPDATES = 4000;
  /** Relative to the shorter side: 2 of 28 pixels. */
  private static final double SHIFT = 0.07;
  /** Up to this many inputs, images get the same layers as tables. */
  private static final int FEW_INPUTS = 64;
  private static final int CODE_OF_IMAGES = 10;
  private static final int FEW_IMAGES = 3000;
  private static final int RUNS_OF_FEW_IMAGES = 5;

  /** @param rows the rows to be clustered */
  static ClusterRecipe of(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings asSet, int rows,
      long seed) {
    NeuralSettings training = settings.copy();
    AutoencoderSettings autoencoder = copy(asSet);
    boolean changes = decideChanges(clusters, training.images()) && !autoencoder.isWithoutLayers();
    ImageInput input = training.images().input();
    if (changes && input != null) {
      decideLayers(autoencoder, input.shape().size());
    }
    int batch = settings.batchFor(rows);
    int updates = Math.max(1, rows / (batch == 0 ? rows : batch));
    int epochs = changes ? Math.max(LEAST_EPOCHS_OF_IMAGES, Math.min(EPOCHS_OF_IMAGES, UPDATES_OF_IMAGES / updates))
        : EPOCHS;
    double rate = settings.rate.orElse(changes ? 0.002 : 0.001);
    TrainingSettings refining = DeepClustering.settings(clusters.refine.orElse(
        Math.max(10, Math.min(100, REFINING_UPDATES / updates))), batch, rate, settings.trainingThreads(), seed);
    double weight = clusters.refineWeight.orElse(changes ? 1 : 0.1);
    int from = clusters.refineFrom.orElse(changes ? TWICE : 0);
    int runs = clusters.runs.orElse(changes && rows <= FEW_IMAGES ? RUNS_OF_FEW_IMAGES : 1);
    return new ClusterRecipe(training, autoencoder, epochs, refining, weight, changes, from, runs);
  }

  private static boolean decideChanges(ClusterSettings clusters, ImageSettings images) {
    ImageInput input = images.input();
    if (!clusters.augment.isAuto()) {
      images.augment.set(clusters.augment.text());
    } else if (input != null) {
      Shape shape = input.shape();
      if (shape.rank() == 3) {
        long shift = Math.max(1, Math.round(SHIFT * Math.min(shape.dim(0), shape.dim(1))));
        images.augment.set("shift " + shift + ", rotate 10");
      }
    }
    return input != null && !images.augment.isAuto();
  }

  private static void decideLayers(AutoencoderSettings autoencoder, int inputs) {
    if (autoencoder.layers.isAuto() && inputs > FEW_INPUTS) {
      autoencoder.layers.set("dense 500 relu, dense 300 relu");
    }
    if (autoencoder.code.isAuto() && !AutoencoderLayers.haveCode(autoencoder)) {
      autoencoder.code.set(Integer.toString(Math.max(1, Math.min(CODE_OF_IMAGES, inputs / 2))));
    }
  }

  private static AutoencoderSettings copy(AutoencoderSettings settings) {
    try {
      return (AutoencoderSettings) new SerializedObject(settings).getObject();
    } catch (Exception e) {
      throw new IllegalStateException("settings could not be copied", e);
    }
  }

  /** The same with other random numbers. */
  ClusterRecipe withSeed(long seed) {
    return new ClusterRecipe(training, autoencoder, epochs, refining.withSeed(seed), refineWeight, changes, from, runs);
  }

  /** The number of clusters that refinement starts with, given the final number. */
  int refineFrom(int wanted) {
    return from == TWICE ? 2 * wanted : from;
  }
}
