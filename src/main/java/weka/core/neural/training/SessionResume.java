package weka.core.neural.training;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.io.Model;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.Dataset;
import ruru.nn.train.Training;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SeriesLayout;
import weka.core.neural.TextUnits;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.OtherTargets;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.SeriesEncoder;
import weka.core.neural.options.Auto;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.options.TargetList;
import weka.core.neural.run.Progress;

/** Resumes a training that stopped earlier, after checking that no setting differs that can no longer be changed. */
public final class SessionResume {
  private SessionResume() {}

  /**
   * Continues from where a training stopped, for as many further epochs as the settings say.
   *
   * @throws IllegalArgumentException if a setting differs that can no longer be changed
   * @throws InterruptedException     if the thread was interrupted
   */
  public static TrainingSession of(Instances learnable, FittedNetwork fitted, TrainingReport before,
      NeuralSettings wanted,
      int seed, Progress progress)
      throws InterruptedException {
    if (!wanted.relative.isAuto()) {
      requireSame("relative", fitted.relativeSetting(), wanted.relative.text());
    }
    requireSameTargets(learnable, fitted.others(), wanted);
    ClassEncoder.requireFinite(learnable);
    OtherTargets others = fitted.others();
    if (others != null) {
      others.requireFinite(learnable);
    }
    Instances data = fitted.learnable(learnable);
    NeuralSettings settings = TruthTable.settings(wanted, data);
    NeuralModel model = fitted.models().get(0);
    Recipe recipe = Recipe.of(settings, model.network(), model.loss(), fitted.classes().task(), data.numInstances(),
        Scarcity.of(data, fitted.inputs()), seed);
    Double decay = before.linearDecay();
    if (decay != null && Recipe.mayBeLinear(settings, fitted.inputs().shape())) {
      recipe = recipe.linear(decay);
    }
    requireSameNetwork(data.numInstances(), fitted, wanted, settings);
    requireSameInputs(fitted.inputs(), settings);
    if (!settings.members.isAuto()) {
      requireSame("members", Integer.toString(fitted.models().size()), settings.members.text());
    }
    requireSame("optimizer", RecordText.print(saved(model).optimizer()),
        RecordText.print(recipe.training().optimizer()));
    Dataset rows = LearnableRows.encoded(data, learnable, fitted.inputs(), fitted.classes(), fitted.others(),
        settings);
    Shape shape = model.network().inputShape();
    if (!rows.inputShape().equals(shape)) {
      throw new IllegalArgumentException("training can be resumed only with series of up to " + shape.dim(0)
          + " steps, as many as the longest had with which it started, but one has " + rows.inputShape().dim(0));
    }
    Members members = Members.of(fitted, recipe, List.of(), rows, progress);
    for (int m = 0; m < members.trainings().size(); m++) {
      Training training = members.trainings().get(m);
      training.resume(saved(fitted.models().get(m)).checkpoint());
    }
    TrainingSession session =
        new TrainingSession(rows, RowWeights.of(learnable), recipe, members, fitted, progress.from(before.epochs()),
            new TrainingSession.Past(AutoChoices.ofFirst(before.decisions(), before.epochs()), before.starts(),
                before.seconds()));
    String unlearnt = others == null ? null : others.newValues(learnable);
    if (unlearnt != null) {
      session.remark(unlearnt);
    }
    if (settings.diagnose.value()) {
      session.diagnose(seed);
    }
    return session;
  }

  private static Model.SavedTraining saved(NeuralModel model) {
    return Objects.requireNonNull(model.training(), "this training cannot go on");
  }

  private static void requireSameNetwork(int rows, FittedNetwork fitted, NeuralSettings wanted,
      NeuralSettings settings) {
    NeuralModel model = fitted.models().get(0);
    Loss.Task task = fitted.classes().task();
    if (!wanted.layers.isAuto()) {
      requireSame("layers", NetworkText.print(model.network().steps()),
          NetworkText.print(Recipe.layers(settings, model.loss(), task, rows, fitted.inputs())));
    }
    if (!settings.loss.isAuto()) {
      Loss single = Recipe.loss(settings, task);
      OtherTargets others = fitted.others();
      requireSame("loss", RecordText.print(model.loss()), RecordText.print(others == null ? single
          : WantedOutputs.joint(single, others, task == Loss.Task.CLASSES)));
    }
  }

  private static void requireSameTargets(Instances rows, @Nullable OtherTargets others, NeuralSettings settings) {
    TargetList wanted = settings.targets.orNull();
    requireSame("targets", others == null ? Auto.NONE : names(IntStream.range(0, others.size())
        .mapToObj(others::attribute)), wanted == null ? Auto.NONE : names(
            IntStream.of(wanted.indices(rows))
                .mapToObj(rows::attribute)));
  }

  private static String names(Stream<Attribute> attributes) {
    return attributes.map(a -> TargetList.quoted(a.name())).collect(Collectors.joining(","));
  }

  private static void requireSameInputs(RowEncoder inputs, NeuralSettings settings) {
    requireSame("scaling", StrictOptions.lowerCase(inputs.scaling()),
        StrictOptions.lowerCase(settings.scaling.value()));
    if (!settings.bins.isAuto()) {
      requireSame("bins", Integer.toString(inputs.bins()), settings.bins.text());
    }
    if (inputs instanceof SeriesEncoder series && settings.sequences().series.value() != SeriesLayout.AUTO) {
      requireSame("series", StrictOptions.lowerCase(series.layout()),
          StrictOptions.lowerCase(settings.sequences().series.value()));
    }
    if (inputs.text() != TextUnits.NONE && settings.sequences().text.value() != TextUnits.AUTO) {
      requireSame("text", StrictOptions.lowerCase(inputs.text()),
          StrictOptions.lowerCase(settings.sequences().text.value()));
    }
    if (settings.images().hasInput()) {
      requireSame("input", inputs.input(), settings.images().input.text());
    }
  }

  /**
   * Checks that training can be resumed with the current folder of image files.
   *
   * @throws IllegalArgumentException if it is a different one
   */
  public static void requireSameImages(FittedNetwork fitted, NeuralSettings settings) {
    if (!fitted.inputs().isTrainedIn(settings.images())) {
      throw another("images", fitted.inputs().images(), settings.images().images.text());
    }
  }

  private static void requireSame(String setting, String before, String now) {
    if (!before.equals(now)) {
      throw another(setting, before, now);
    }
  }

  private static IllegalArgumentException another(String setting, String before, String now) {
    return new IllegalArgumentException(setting + ": the model was trained with '" + Excerpt.of(before)
        + "' and can be resumed only with it, got '" + Excerpt.of(now) + "'");
  }
}
