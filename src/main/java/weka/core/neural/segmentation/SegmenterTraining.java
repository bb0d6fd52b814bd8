package weka.core.neural.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruru.blas.BlasProvider;
import ruru.data.Augmentation;
import ruru.data.PixelScaling;
import ruru.data.augment.Mixup;
import ruru.data.masks.Crops;
import ruru.data.masks.MaskClasses;
import ruru.data.masks.MaskedImage;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.schedules.Cosine;
import ruru.nn.tiles.ReceptiveField;
import ruru.nn.tiles.TiledNetwork;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Scaling;
import weka.core.neural.SegmentationSettings;
import weka.core.neural.encoding.ImageFiles;
import weka.core.neural.options.ClassWeights;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;
import weka.core.neural.training.Extra;
import weka.core.neural.training.LayerDiagnosis;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.training.Recipe;
import weka.core.neural.training.TrainingReport;

/** Trains a {@link Segmenter} on the rows that have a mask. */
public final class SegmenterTraining {
  private static final int SIDE = 64;
  /** With layers whose strides multiply to more, sides that are powers of two are taken to do. */
  private static final int LARGEST_MULTIPLE = 4096;
  private static final int BATCH = 16;
  private static final int UPDATES = 1500;
  /** A batch is computed in so many parts, whatever the number of threads. */
  private static final int SHARDS = 2;
  private static final double RATE = 0.005;
  private static final long MEGABYTE = 1 << 20;

  private final NeuralSettings settings;
  private final SegmentationSettings segmentation;
  private final long seed;
  private final Progress progress;

  public SegmenterTraining(NeuralSettings settings, SegmentationSettings segmentation, long seed, Progress progress) {
    this.settings = settings;
    this.segmentation = segmentation;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * The images of the rows, and what was counted in them.
   *
   * @param counts pixels of each class, by the weights of their rows
   */
  private record Known(MaskedImages images, MaskClasses classes, PixelScaling scaling, long[] areas, double[] counts,
      int longest) {}

  /**
   * Trains.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if there is nothing to learn from, or settings conflict
   */
  public Segmenter train(Instances data) throws InterruptedException {
    long start = System.nanoTime();
    ImageFiles images = ImageFiles.learn(data, MaskedRows.images(data), settings.images());
    MaskedRows rows = MaskedRows.of(data, images, MaskedRows.maskFiles(data, settings.images()), settings.images());
    Known known = known(rows);
    Network network = network(known);
    network.initialise(seed, Cancellation.ofCallingThread());
    Crops crops =
        new Crops(known.images, known.scaling, augmentation(), network.inputShape(), known.areas, rows.weights(),
            classWeights(known));
    int[] all = new int[crops.size()];
    Arrays.setAll(all, i -> i);
    TrainingSettings how = how(crops.size());
    CrossEntropy loss = new CrossEntropy();
    Training training = new Training(network, loss, how, crops, new Split(all, new int[0]), BlasProvider.get(),
        progress::message);
    LayerDiagnosis layers = settings.diagnose.value() ? new LayerDiagnosis(training, "the network", seed) : null;
    run(training);
    training.restoreBest();
    TrainingReport report =
        new TrainingReport(List.of(training), new Recipe(loss, how, 0, 1, 1, null), List.of(), "", 1,
            (System.nanoTime() - start) / 1e9);
    if (layers != null) {
      Extra.attempt("the diagnosis", report, progress, () -> report.diagnose(layers.report()));
    }
    return new Segmenter(images, known.classes, MaskedRows.ignored(segmentation), known.scaling,
        new NeuralModel(network, loss, known.classes.size(), settings.mostThreads()), report, settings.mostThreads());
  }

  private void run(Training training) throws InterruptedException {
    Progress now = progress.from(0);
    now.begin(training);
    boolean inTime = StopRequest.during(() -> {
      while (training.next()) {
        now.epoch(training);
      }
    });
    if (!inTime && training.trainer().steps() == 0) {
      throw new InterruptedException("training was stopped before it began");
    }
  }

  private Known known(MaskedRows rows) throws InterruptedException {
    Cancellation<InterruptedException> interrupt = Cancellation.ofCallingThread();
    MaskClasses classes = rows.classes(segmentation);
    if (classes.size() < 2) {
      throw new IllegalArgumentException("the masks have one class alone, " + classes + ", so there is nothing to tell "
          + "apart; check the masks, or name two classes or more (-labels)");
    }
    int channels = MaskedImages.channels(rows.files(), rows.access(), interrupt);
    MaskedImages images = new MaskedImages(rows.files(), rows.access(), channels, classes,
        settings.images().cacheMegabytes.value() * MEGABYTE);
    long[] areas = new long[images.size()];
    double[] counts = new double[classes.size()];
    double[] sum = new double[channels];
    double[] squares = new double[channels];
    double weight = 0;
    int longest = 0;
    for (int i = 0; i < areas.length; i++) {
      interrupt.check();
      MaskedImage image = images.get(i);
      areas[i] = (long) image.image().height() * image.image().width();
      longest = Math.max(longest, Math.max(image.image().height(), image.image().width()));
      long[] own = image.counts(classes.size());
      float ofRow = rows.weights()[i];
      Arrays.setAll(counts, c -> counts[c] + ofRow * (double) own[c]);
      addMoments(image.image().pixels(), rows.weights()[i], sum, squares);
      weight += (double) rows.weights()[i] * areas[i];
    }
    if (Arrays.stream(counts).filter(n -> n > 0).count() < 2) {
      throw new IllegalArgumentException(Arrays.stream(counts).allMatch(n -> n == 0)
          ? "all pixels of the masks are ignored, so there is nothing to learn from"
          : "the pixels of the masks that count are of one class alone, so there is nothing to tell apart");
    }
    return new Known(images, classes, scaling(sum, squares, weight), areas, counts, longest);
  }

  private static void addMoments(byte[] pixels, double weight, double[] sum, double[] squares) {
    int channels = sum.length;
    long[] s = new long[channels];
    long[] q = new long[channels];
    for (int i = 0; i < pixels.length; i++) {
      int v = pixels[i] & 0xFF;
      s[i % channels] += v;
      q[i % channels] += (long) v * v;
    }
    for (int c = 0; c < channels; c++) {
      sum[c] += weight * s[c];
      squares[c] += weight * q[c];
    }
  }

  /** The pixels are whole numbers up to 255, so nothing is lost in the difference of the moments. */
  private PixelScaling scaling(double[] sum, double[] squares, double weight) {
    Scaling kind = settings.scaling.value();
    double[] mean = new double[sum.length];
    double[] deviation = new double[sum.length];
    for (int c = 0; c < mean.length; c++) {
      mean[c] = kind == Scaling.STANDARDISE ? sum[c] / weight : kind == Scaling.RANGE ? 127.5 : 0;
      deviation[c] = kind == Scaling.STANDARDISE ? Math.sqrt(Math.max(0, squares[c] / weight - mean[c] * mean[c]))
          : kind == Scaling.RANGE ? 127.5 : 1;
    }
    return PixelScaling.of(mean, deviation);
  }

  private Network network(Known known) {
    List<NamedLayer> steps = PixelLayers.of(settings, known.classes.size());
    ReceptiveField.requireMaps(steps);
    int channels = known.scaling.channels();
    // The layers must be given some size to be asked of what an image's sides must be multiples.
    Network some = new Network(Shape.of(some(steps, 0), some(steps, 1), channels), known.classes.size(), steps);
    TiledNetwork.requireSameSize(some);
    int down = ReceptiveField.of(some, 0).multiple();
    int across = ReceptiveField.of(some, 1).multiple();
    Shape crop = segmentation.crop.isAuto() ? usual(down, across, known.longest) : segmentation.crop.value();
    if (crop.dim(0) % down != 0 || crop.dim(1) % across != 0) {
      throw new IllegalArgumentException("crop: expected a height that is a multiple of " + down + " and a width that "
          + "is one of " + across + ", as the layers reduce maps by that, got " + crop.toText());
    }
    Network network = new Network(Shape.of(crop.dim(0), crop.dim(1), channels), known.classes.size(), steps);
    TiledNetwork.requireSameSize(network);
    return network;
  }

  private static Shape usual(int down, int across, int longest) {
    int side = Math.min(SIDE, longest);
    return Shape.of((side + down - 1) / down * down, (side + across - 1) / across * across);
  }

  private static int some(List<NamedLayer> steps, int axis) {
    long bound = ReceptiveField.bound(steps, axis);
    return bound > LARGEST_MULTIPLE ? SIDE : (int) ((SIDE + bound - 1) / bound * bound);
  }

  private Augmentation augmentation() {
    Augmentation chosen = settings.images().augment.orNull();
    Augmentation changes = chosen == null ? new Augmentation(List.of()) : chosen;
    if (changes.steps().stream().anyMatch(Mixup.class::isInstance)) {
      throw new IllegalArgumentException(
          "augment: mixup blends two images, of which each pixel would have two classes; "
              + "use flip, shift, rotate, zoom, crop, elastic or cutout");
    }
    return changes;
  }

  /** A row for each class, whose weight is the number of its pixels, tells what a pixel weighs. */
  private float[] classWeights(Known known) {
    float[] result = new float[known.counts.length];
    Arrays.fill(result, 1);
    ClassWeights wanted = settings.classWeights.orNull();
    if (wanted == null) {
      return result;
    }
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("class", known.classes.names())));
    Instances table = new Instances("classes", attributes, 0);
    table.setClassIndex(0);
    for (int c = 0; c < result.length; c++) {
      table.add(new DenseInstance(known.counts[c], new double[] {c}));
    }
    float[] weighted = wanted.of(table);
    for (int c = 0; c < result.length; c++) {
      result[c] = known.counts[c] == 0 ? 0 : (float) (weighted[c] / known.counts[c]);
    }
    return result;
  }

  private TrainingSettings how(int crops) {
    boolean auto = settings.optimizer.isAuto();
    Optimizer optimizer = settings.optimizer.orElse(new Adam());
    if (optimizer instanceof FullBatchOptimizer) {
      throw new IllegalArgumentException("optimizer: lbfgs needs rows that stay the same, but crops are new in every "
          + "epoch; use adam, adamw, sgd, momentum, nesterov or rmsprop");
    }
    int batch = settings.batch.orElse(Math.min(BATCH, crops));
    int updates = (crops + Math.max(1, batch) - 1) / Math.max(1, batch);
    int epochs = settings.epochs.orElse(Math.max(10, Math.min(500, UPDATES / updates)));
    return new TrainingSettings(optimizer, settings.rate.orElse(auto ? RATE : Double.NaN),
        settings.schedule.orElse(new Cosine()), epochs, batch, settings.decay.orElse(Double.NaN), 0,
        settings.clip.value(), 0, true, Math.min(SHARDS, batch == 0 ? SHARDS : batch), settings.trainingThreads(),
        seed);
  }
}
