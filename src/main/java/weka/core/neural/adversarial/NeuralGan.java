package weka.core.neural.adversarial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.data.AtomicFile;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.adversarial.Generator;
import weka.core.Instances;
import weka.core.neural.options.DataOption;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;
import weka.core.neural.run.Progress;

/**
 * The command {@code weka.Run .NeuralGan}: trains a generative adversarial network on points or images, and generates
 * rows. {@link GanSettings#HELP} is its manual.
 */
public final class NeuralGan extends Program {
  private static final float[] NO_ROWS = {};

  @Override
  protected String manual() {
    return GanSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    GanSettings settings = GanSettings.parse(arguments);
    for (Path file : Stream.of(settings.output(), settings.picture(), settings.save()).filter(Objects::nonNull)
        .toList()) {
      AtomicFile.requireWritable(file);
    }
    if (settings.load() == null) {
      train(settings, Objects.requireNonNull(settings.data(), "required where nothing is loaded"));
    } else {
      generate(settings, GeneratorFile.read(settings.load()));
    }
  }

  private static void train(GanSettings settings, Path file) throws Exception {
    Instances data = DataOption.read("t", file);
    chooseClass(data, settings);
    Instances generated = generated(data, settings.conditional());
    RealRows rows = RealRows.learn(generated, settings.input());
    requireDrawable(settings, rows.shape());
    GanTraining training = new GanTraining(settings, generated, rows);
    CommandResult.print(training.head());
    training.run(GanPicture.rows(rows.shape()), Progress.ofCommand("NeuralGan"));
    CommandResult.print(training.report());
    float[] real = rows.encode(generated);
    int[] kind = rows.inTurn(settings.samples());
    float[] made = training.generator().rows(settings.samples(), kind, settings.seed(), BlasProvider.get(),
        Cancellation.ofCallingThread());
    CommandResult.print(Resemblance.text(data, real, made, kind, rows.shape().size(), rows.isConditional(),
        Cancellation.ofCallingThread()));
    if (settings.picture() != null) {
      List<float[]> lines = training.snapshots().stream().map(GanTraining.Snapshot::rows).toList();
      GanPicture.write(settings.picture(), rows.shape(), lines.isEmpty() ? List.of(made) : lines, real);
    }
    Path save = settings.save();
    if (save != null) {
      new GeneratorFile(training.generator(), rows).write(save);
    }
    write(settings.output(), rows.decode(made, kind));
  }

  private static void generate(GanSettings settings, GeneratorFile loaded) throws Exception {
    RealRows rows = loaded.rows();
    requireDrawable(settings, rows.shape());
    Generator generator = loaded.generator();
    int[] kind = rows.inTurn(settings.samples());
    float[] made = generator.rows(settings.samples(), kind, settings.seed(), BlasProvider.get(),
        Cancellation.ofCallingThread());
    if (settings.picture() != null) {
      GanPicture.write(settings.picture(), rows.shape(), GanPicture.lines(made, rows.shape()), NO_ROWS);
    }
    Instances result = rows.decode(made, kind);
    if (settings.output() == null && settings.picture() == null) {
      CommandResult.print(result.toString());
    }
    write(settings.output(), result);
  }

  private static void chooseClass(Instances data, GanSettings settings) {
    String target = settings.target();
    int last = data.numAttributes() - 1;
    if (target.equals(GanSettings.AUTO) && data.attribute(target) == null) {
      data.setClassIndex(last >= 0 && data.attribute(last).isNominal() ? last : -1);
    } else if (target.equals(GanSettings.NONE) && data.attribute(target) == null) {
      data.setClassIndex(-1);
    } else {
      DataOption.setClass(data, target);
    }
    if (settings.conditional()) {
      if (data.classIndex() < 0 || !data.classAttribute().isNominal()) {
        throw new IllegalArgumentException("option -conditional: expected a nominal class to choose from, got "
            + (data.classIndex() < 0 ? "none; name it with -c" : "'" + data.classAttribute().name()
                + "', which is not nominal; make it so with the filter NumericToNominal"));
      }
      data.deleteWithMissingClass();
    }
  }

  /** The attributes to be generated, and the class if it is to be chosen. */
  private static Instances generated(Instances data, boolean conditional) {
    Instances rows = new Instances(data);
    if (!conditional && rows.classIndex() >= 0) {
      int target = rows.classIndex();
      rows.setClassIndex(-1);
      rows.deleteAttributeAt(target);
    }
    return rows;
  }

  private static void requireDrawable(GanSettings settings, Shape shape) {
    if (settings.picture() != null && !GanPicture.canDraw(shape)) {
      throw new IllegalArgumentException(
          "option -draw: expected images, named by -input, or points of two numbers; the "
              + "rows have " + shape.size());
    }
  }

  private static void write(@Nullable Path file, Instances rows) throws IOException {
    if (file != null) {
      byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, out -> out.write(bytes));
    }
  }
}
