package weka.core.neural.several;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
      NeuralNet net = net();
      net.setTargets(settings.targets());
      net.buildClassifier(rows.trainCV(settings.folds(), f, new Random(settings.seed())));
      Instances test = rows.testCV(settings.folds(), f);
      add(scores, test, net.predictTargets(test));
    }
    return scores;
  }

  /** A network for each target, which sees none of the others. */
  TargetScores single() throws Exception {
    TargetScores scores = scores();
    for (int f = 0; f < settings.folds(); f++) {
      progress.step("a network for each target, fold", f + 1, settings.folds());
      Instances train = rows.trainCV(settings.folds(), f, new Random(settings.seed()));
      Instances test = rows.testCV(settings.folds(), f);
      double[][][] predictions = new double[test.numInstances()][targets.length][];
      for (int t = 0; t < targets.length; t++) {
        NeuralNet net = net();
        net.buildClassifier(alone(train, targets[t]));
        double[][][] own = net.predictTargets(alone(test, targets[t]));
        for (int r = 0; r < own.length; r++) {
          predictions[r][t] = own[r][0];
        }
      }
      add(scores, test, predictions);
    }
    return scores;
  }

  /** Without the other targets. */
  private Instances alone(Instances some, int target) {
    Instances copy = new Instances(some);
    copy.setClassIndex(target);
    int[] sorted = targets.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length - 1; i >= 0; i--) {
      if (sorted[i] != target) {
        copy.deleteAttributeAt(sorted[i]);
      }
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
      scores.add(IntStream.of(targets).mapToDouble(row::value).toArray(), predictions[r], row.weight());
    }
  }
}
