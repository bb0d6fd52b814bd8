package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.text.Linearity;
import ruru.nn.train.Dataset;
import ruru.nn.train.Training;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.Targets;
import weka.core.neural.pretraining.Pretraining;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;

/** Starts a training: resolves what was left to the data and initialises the networks. */
public final class SessionStart {
  /** Rows from which it is tried whether a linear network is better. */
  private static final int FEWEST_TO_COMPARE = 10;

  private final LearnableInputs inputs;
  private final Instances data;
  private final RowEncoder encoder;
  private final NeuralSettings wanted;
  private final NeuralSettings settings;
  private final Progress progress;
  private final Loss.Task task;
  private final Loss loss;
  private final WantedOutputs outputs;
  private final Dataset rows;
  private final @Nullable Pretraining pretraining;

  private SessionStart(LearnableInputs inputs, NeuralSettings wanted, Progress progress) throws InterruptedException {
    this.inputs = inputs;
    data = inputs.rows();
    encoder = inputs.encoder();
    this.wanted = wanted;
    this.progress = progress;
    settings = TruthTable.settings(wanted, data);
    task = LearnableRows.task(data);
    outputs = WantedOutputs.of(inputs, settings, wanted.layers.isAuto());
    loss = outputs.loss();
    rows = outputs.encoded(inputs, settings);
    pretraining = pretraining();
  }

  /** What trains the first layers; null for nothing. */
  private @Nullable Pretraining pretraining() throws InterruptedException {
    Instances unlabelled = inputs.unlabelled();
    if (unlabelled == null) {
      return null;
    }
    Instances all = new Instances(data);
    all.addAll(unlabelled);
    Targets none = Targets.none(all.numInstances());
    Dataset encoded = encoder.dataset(all,
        new Targets(none.shape(), none.values(), RowWeights.of(all), null), Cancellation.ofCallingThread());
    return new Pretraining(settings.pretrain.value(), encoded, data.numInstances(), settings.trainingThreads(),
        progress);
  }

  /**
   * Starts afresh.
   *
   * @param inputs  at least one
   * @param updates how many updates to record
   * @param decimals decimals of numbers in texts
   * @throws InterruptedException if the thread was interrupted before anything worth keeping was learnt
   */
  public static TrainingSession of(LearnableInputs inputs, NeuralSettings wanted, int seed, int updates, int decimals,
      Progress progress) throws InterruptedException {
    return new SessionStart(inputs, wanted, progress).session(seed, updates, decimals);
  }

  private TrainingSession session(int seed, int updates, int decimals) throws InterruptedException {
    List<MemberKind> kinds = inputs.isChosen() ? List.of(inputs.kind())
        : MemberKind.of(settings, loss, task, encoder, data.numInstances());
    Scarcity scarce = Scarcity.of(data, encoder);
    Recipe recipe = Recipe.of(settings, kinds.get(0).network(rows), loss, task, data.numInstances(), scarce, seed);
    if (inputs.isChosen()) {
      recipe = kinds.get(0).recipe(recipe).withoutSearch();
    }
    boolean mayBeLinear =
        !inputs.isChosen() && settings.epochs.isAuto() && Recipe.mayBeLinear(settings, encoder.shape());
    boolean held = recipe.validation() > 0;
    boolean compares = mayBeLinear && !held && data.numInstances() >= FEWEST_TO_COMPARE;
    // What is recorded of the first network would be of one that does not predict.
    boolean hasRival = mayBeLinear && held && data.numInstances() < Recipe.LARGE && updates == 0
        && !settings.diagnose.value();
    LinearRival rival = null;
    if (recipe.search() != null || compares || hasRival) {
      KindSearch search = hasRival ? LinearRival.search(recipe, rows, progress)
          : new KindSearch(recipe, rows, progress);
      try {
        if (hasRival) {
          rival = LinearRival.find(search, encoder, scarce);
        } else {
          kinds = search.run(kinds);
        }
        if (compares) {
          kinds = Stream.concat(kinds.stream(), search
              .runLinear(MemberKind.linear(encoder, scarce), scarce.levelOfIterations()).stream()
              .map(KindSearch.Found::kind)).toList();
        }
      } catch (InterruptedException e) {
        StopRequest.keepOrThrow(e);
        return ofFolds(search.trained(), recipe);
      }
    }
    // With few rows the average of both kinds predicts numbers better than either.
    boolean numbers = task == Loss.Task.NUMBERS;
    kinds = inputs.isChosen() ? kinds
        : MemberKind.choose(kinds, numbers ? MemberKind.FAR_BETTER : MemberKind.CLEARLY_BETTER,
            numbers && recipe.search() != null && !scarce.wide() ? MemberKind.LINEAR_BETTER : 1,
            recipe.members(), scarce);
    recipe = kinds.get(0).recipe(recipe);
    FittedNetwork fitted = fitted(models(recipe, kinds));
    Members members = Members.of(fitted, recipe, kinds, rows, progress);
    TrainingSession session = new TrainingSession(rows, RowWeights.of(data), recipe, members, fitted, progress.from(0),
        new TrainingSession.Past(decisions(recipe, kinds), recipe.starts(), 0));
    if (inputs.forecast() != null) {
      session.knowErrors(inputs.forecast().intervals());
    }
    if (updates > 0) {
      session
          .trace(new UpdateTrace(fitted.models().get(0).network(), loss, outputs.classes(), rows, updates, decimals));
    }
    if (settings.diagnose.value()) {
      session.diagnose(seed);
    }
    if (rival != null) {
      session.compareWith(rival, decisions(rival.kind().recipe(recipe), List.of(rival.kind())));
    }
    if (settings.members.isAuto()) {
      session.allowFewerMembers();
    }
    String linear = Linearity.remark(kinds.get(0).steps());
    if (linear != null) {
      progress.message(linear);
    }
    return session;
  }

  private FittedNetwork fitted(List<NeuralModel> models) {
    return new FittedNetwork(inputs.relative(), encoder, outputs.classes(), outputs.others(), models);
  }

  private List<NeuralModel> models(Recipe recipe, List<MemberKind> kinds) throws InterruptedException {
    List<NeuralModel> models = new ArrayList<>();
    for (int m = 0; m < recipe.members(); m++) {
      Network network = kinds.get(m % kinds.size()).network(rows);
      if (pretraining == null) {
        RandomRestarts.choose(network, recipe, m, rows, progress);
      } else {
        network.initialise(recipe.seed(m), Cancellation.ofCallingThread());
        pretraining.train(network, recipe.seed(m));
      }
      models.add(model(network));
    }
    return models;
  }

  private NeuralModel model(Network network) {
    return new NeuralModel(network, loss, outputs.classesAlone(), settings.mostThreads());
  }

  /** What was left to the data, with the resulting values and reasons. */
  private String decisions(Recipe recipe, List<MemberKind> kinds) {
    return AutoChoices.describe(wanted, settings != wanted, recipe, kinds, data, inputs.forecast())
        + UnusedOptions.intervals(settings, task == Loss.Task.CLASSES) + UnusedOptions.imageFiles(settings, encoder)
        + UnusedOptions.series(settings, encoder) + UnusedOptions.texts(settings, encoder)
        + (pretraining == null ? "" : pretraining.describe(kinds.get(0).network(rows)));
  }

  /**
   * Training was stopped during the search for the number of epochs: only the networks of the folds have been trained.
   *
   * @throws InterruptedException if there are none
   */
  private TrainingSession ofFolds(List<Training> trained, Recipe recipe) throws InterruptedException {
    if (trained.isEmpty()) {
      throw new InterruptedException("training was stopped in its first epoch");
    }
    FittedNetwork fitted = fitted(trained.stream().map(t -> model(t.network())).toList());
    String decisions = "Stopped during the search for the number of epochs: the networks are those of the "
        + "cross-validation, each trained\nwithout the rows of its fold\n";
    TrainingSession session =
        new TrainingSession(rows, RowWeights.of(data), recipe, new Members(List.of(), trained), fitted, progress,
            new TrainingSession.Past(decisions, recipe.starts(), 0));
    session.stop();
    return session;
  }
}
