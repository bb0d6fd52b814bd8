package weka.core.neural.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.data.Augmentation;
import ruru.data.FileAccess;
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
import weka.core.Instance;
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
  private static final int BATCH = 16;
  private static final int UPDATES = 1500;
  /** A batch is computed in so many parts, whatever the number of threads. */
  private static final int SHARDS = 2;
  private static final double RATE = 0.005;
  private static final String MASK = "mask";
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

  /** Rows with masks. */
  private record Rows(List<MaskedImages.File> files, float[] weights, FileAccess access) {}

  /** The images of the rows, and what was counted in them. */
  private record Known(MaskedImages images, MaskClasses classes, PixelScaling scaling, long[] areas, long[] counts,
      int longest) {}

  /** The attribute of masks; null if there is none. */
  public static @Nullable Attribute masks(Instances data) {
    return ImageFiles.attribute(data, MASK, List.of(), false);
  }

  /**
   * The attribute of images.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Attribute images(Instances data) {
    Attribute masks = masks(data);
    Attribute images = ImageFiles.attribute(data, "image", masks == null ? List.of() : List.of(masks), true);
    if (images == null) {
      throw new IllegalArgumentException(
          "expected a string attribute 'image' with the names of image files, and 'mask' "
              + "with those of their masks, as ImageMaskLoader makes them; found "
              + (masks == null ? "no string attribute" : "'" + masks.name() + "' alone"));
    }
    return images;
  }

  /**
   * Trains.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if there is nothing to learn from, or settings conflict
   */
  public Segmenter train(Instances data) throws InterruptedException {
    long start = System.nanoTime();
    ImageFiles images = ImageFiles.learn(data, images(data), settings.images());
    Known known = known(rows(data, images));
    Network network = network(known);
    network.initialise(seed, Cancellation.ofCallingThread());
    float[] weights = rows(data, images).weights;
    Crops crops = new Crops(known.images, known.scaling, augmentation(), network.inputShape(), known.areas, weights,
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
    return new Segmenter(images, known.classes, ignored(), known.scaling,
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

  private Rows rows(Instances data, ImageFiles images) throws InterruptedException {
    Attribute masks = masks(data);
    if (masks == null) {
      throw new IllegalArgumentException("expected a string attribute 'mask' with the names of mask files, as "
          + "ImageMaskLoader makes it; found none, so there is nothing to learn from");
    }
    ImageFiles maskFiles = ImageFiles.learn(data, masks, settings.images());
    List<MaskedImages.File> files = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int r = 0; r < data.numInstances(); r++) {
      Instance row = data.instance(r);
      if (!(row.weight() >= 0 && row.weight() < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected a finite weight of at least 0, got "
            + row.weight());
      }
      if (!row.isMissing(masks) && row.weight() > 0) {
        Path image = images.file(row, r, settings.images());
        files.add(new MaskedImages.File(r + 1, image, maskFiles.file(row, r, settings.images())));
        weights.add(row.weight());
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no row of weight above 0 has a mask (attribute '" + masks.name()
          + "'), so there is nothing to learn from; the first rows that a filter gets are those that it learns from");
    }
    double most = weights.stream().mapToDouble(w -> w).max().orElseThrow();
    float[] relative = new float[weights.size()];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = (float) Math.max(Float.MIN_NORMAL, weights.get(i) / most);
    }
    FileAccess imageAccess = images.access(settings.images());
    FileAccess maskAccess = maskFiles.access(settings.images());
    List<Path> maskPaths = files.stream().map(f -> Objects.requireNonNull(f.mask())).toList();
    return new Rows(files, relative, file -> (maskPaths.contains(file) ? maskAccess : imageAccess).read(file));
  }

  private String ignored() {
    return segmentation.ignore.isAuto() ? MaskClasses.NONE : Objects.requireNonNullElse(segmentation.ignore.orNull(),
        MaskClasses.NONE);
  }

  private Known known(Rows rows) throws InterruptedException {
    Cancellation<InterruptedException> interrupt = Cancellation.ofCallingThread();
    MaskClasses classes = segmentation.labels.isAuto()
        ? MaskClasses.of(MaskedImages.colours(rows.files, rows.access, interrupt), ignored())
        : MaskClasses.parse(segmentation.labels.value().toString(), ignored());
    if (classes.size() < 2) {
      throw new IllegalArgumentException("the masks have one class alone, " + classes + ", so there is nothing to tell "
          + "apart; check the masks, or name two classes or more (-labels)");
    }
    int channels = MaskedImages.channels(rows.files, rows.access, interrupt);
    MaskedImages images = new MaskedImages(rows.files, rows.access, channels, classes,
        settings.images().cacheMegabytes.value() * MEGABYTE);
    long[] areas = new long[images.size()];
    long[] counts = new long[classes.size()];
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
      Arrays.setAll(counts, c -> counts[c] + own[c]);
      addMoments(image.image().pixels(), rows.weights[i], sum, squares);
      weight += (double) rows.weights[i] * areas[i];
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
    Network usual = new Network(Shape.of(SIDE, SIDE, channels), known.classes.size(), steps);
    TiledNetwork.requireSameSize(usual);
    int multiple = Math.max(ReceptiveField.of(usual, 0).multiple(), ReceptiveField.of(usual, 1).multiple());
    if (segmentation.crop.isAuto()) {
      int side = (Math.min(SIDE, known.longest) + multiple - 1) / multiple * multiple;
      return side == SIDE ? usual : new Network(Shape.of(side, side, channels), known.classes.size(), steps);
    }
    Shape crop = segmentation.crop.value();
    if (crop.dim(0) % multiple != 0 || crop.dim(1) % multiple != 0) {
      throw new IllegalArgumentException("crop: expected sides that are multiples of " + multiple + ", as the layers "
          + "reduce maps by that, got " + crop.toText());
    }
    return new Network(Shape.of(crop.dim(0), crop.dim(1), channels), known.classes.size(), steps);
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
      result[c] = known.counts[c] == 0 ? 0 : weighted[c] / known.counts[c];
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
