package weka.core.neural.several;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.options.TargetList;
import weka.core.neural.report.TargetScores;
import weka.core.neural.run.Progress;

/** A cross-validation, stratified by a nominal class, that measures each of several targets on the held-out rows. */
final class TargetFolds {
  private final Instances rows;
  private final SeveralTargetsSettings settings;
  /** The class first. */
  private final int[] targets;
  private final Progress progress = Progress.ofCommand("SeveralTargets");

  /** @param data its class is set */
  TargetFolds(Instances data, SeveralTargetsSettings settings) {
    this.settings = settings;
    int[] others = TargetList.parse(settings.targets()).indices(data);
    targets = IntStream.concat(IntStream.of(data.classIndex()), IntStream.of(others)).toArray();
    rows = new Instances(data);
    rows.randomize(new Random(settings.seed()));
    if (rows.classAttribute().isNominal()) {
      rows.stratify(settings.folds());
    }
  }

  private NeuralNet net() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(settings.network().clone());
    net.setSeed(settings.seed());
    return net;
  }

  /** One network for all targets. */
  TargetScores joint() throws Exception {
    TargetScores scores = scores();
    for (int f = 0; f < settings.folds(); f++) {
      progress.step("one network for all targets, fold", f + 1, settings.folds());
      Instances train = train(f);
      int[] known = known(train, f);
      Instances test = without(rows.testCV(settings.folds(), f), others(known));
      NeuralNet net = net();
      if (known.length == targets.length) {
        net.setTargets(settings.targets());
      } else if (known.length > 1) {
        net.setTargets(IntStream.of(known).skip(1).mapToObj(i -> TargetList.quoted(rows.attribute(i).name()))
            .collect(Collectors.joining(",")));
      }
      net.buildClassifier(without(train, others(known)));
      double[][][] own = predictions(net, test);
      double[][][] predictions = new double[own.length][targets.length][];
      for (int r = 0; r < own.length; r++) {
        for (int k = 0; k < known.length; k++) {
          predictions[r][position(known[k])] = own[r][k];
        }
      }
      add(scores, rows.testCV(settings.folds(), f), predictions);
    }
    return scores;
  }

  /** A network for each target, which sees none of the others. */
  TargetScores single() throws Exception {
    TargetScores scores = scores();
    for (int f = 0; f < settings.folds(); f++) {
      progress.step("a network for each target, fold", f + 1, settings.folds());
      Instances train = train(f);
      Instances test = rows.testCV(settings.folds(), f);
      double[][][] predictions = new double[test.numInstances()][targets.length][];
      for (int target : known(train, f)) {
        NeuralNet net = net();
        net.buildClassifier(alone(train, target));
        double[][][] own = predictions(net, alone(test, target));
        for (int r = 0; r < own.length; r++) {
          predictions[r][position(target)] = own[r][0];
        }
      }
      add(scores, test, predictions);
    }
    return scores;
  }

  /** Where no attribute varies there is no network, but a prediction all the same. */
  private static double[][][] predictions(NeuralNet net, Instances test) throws Exception {
    if (net.fitted() != null) {
      return net.predictTargets(test);
    }
    double[][][] predictions = new double[test.numInstances()][1][];
    for (int r = 0; r < predictions.length; r++) {
      predictions[r][0] = net.distributionForInstance(test.instance(r));
    }
    return predictions;
  }

  private Instances train(int fold) {
    return rows.trainCV(settings.folds(), fold, new Random(settings.seed()));
  }

  /** The targets of which the training rows with a class know a value: of the others, a fold measures nothing. */
  private int[] known(Instances train, int fold) {
    int[] known = IntStream.of(targets).filter(t -> train.stream()
        .anyMatch(row -> row.weight() > 0 && !row.classIsMissing() && !row.isMissing(t))).toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException("fold " + (fold + 1) + " of " + settings.folds() + ": the class '"
          + Excerpt.of(rows.classAttribute().name()) + "' is known in none of the " + train.numInstances()
          + " training rows, so that nothing can be learnt; remove rows without a class, or change -folds or -seed");
    }
    return known;
  }

  /** The targets that are not among these. */
  private int[] others(int... some) {
    return IntStream.of(targets).filter(t -> IntStream.of(some).noneMatch(s -> s == t)).toArray();
  }

  private int position(int target) {
    return IntStream.range(0, targets.length).filter(t -> targets[t] == target).findFirst().orElseThrow();
  }

  private Instances alone(Instances some, int target) {
    Instances copy = new Instances(some);
    copy.setClassIndex(target);
    return without(copy, others(target));
  }

  private static Instances without(Instances some, int[] unwanted) {
    Instances copy = new Instances(some);
    int[] sorted = unwanted.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length - 1; i >= 0; i--) {
      copy.deleteAttributeAt(sorted[i]);
    }
    return copy;
  }

  private TargetScores scores() {
    List<String> names = new ArrayList<>();
    int[] values = new int[targets.length];
    for (int t = 0; t < targets.length; t++) {
      Attribute attribute = rows.attribute(targets[t]);
      names.add(Excerpt.of(attribute.name()));
      values[t] = attribute.isNominal() ? attribute.numValues() : 0;
    }
    return new TargetScores(names, values);
  }

  private void add(TargetScores scores, Instances test, double[][][] predictions) {
    for (int r = 0; r < predictions.length; r++) {
      Instance row = test.instance(r);
      double[][] predicted = predictions[r];
      scores.add(IntStream.range(0, targets.length)
          .mapToDouble(t -> predicted[t] == null ? Double.NaN : row.value(targets[t])).toArray(), predicted,
          row.weight());
    }
  }
}
