package weka.core.neural.playground;

import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.lab.LabRows;
import weka.core.neural.playground.PlaygroundSettings.Penalty;

/** Trainings of the Playground without its window. */
final class PlaygroundRuns {
  private PlaygroundRuns() {}

  /** Training rows and test rows. */
  record Result(NeuralNet net, Instances given, Instances test) {
    double right(Instances rows) throws Exception {
      double[][] all = net.distributionsForInstances(rows);
      int right = 0;
      for (int i = 0; i < all.length; i++) {
        right += Utils.maxIndex(all[i]) == (int) rows.get(i).classValue() ? 1 : 0;
      }
      return 100.0 * right / all.length;
    }

    /** The mean of -ln of what the right class was given. */
    double loss(Instances rows) throws Exception {
      double[][] all = net.distributionsForInstances(rows);
      double sum = 0;
      for (int i = 0; i < all.length; i++) {
        sum -= Math.log(Math.max(1e-30, all[i][(int) rows.get(i).classValue()]));
      }
      return sum / all.length;
    }
  }

  /** The Playground's network on its data, with half of the rows and the first seed. */
  static Result after(int epochs, PlaygroundExample example, PlaygroundSettings settings) throws Exception {
    PlanePoints points = PlanePoints.of(example.data(), example.rows(), example.noise(), 1);
    LabRows rows = LabRows.of(points.points(), 50, 1);
    Instances given = points.table(rows.given(), example.inputs());
    NeuralNet net = settings.network(given.classAttribute());
    net.setEpochs(Integer.toString(epochs));
    net.buildClassifier(given);
    return new Result(net, given, points.table(rows.test(), example.inputs()));
  }

  static Result after(int epochs, PlaygroundExample example) throws Exception {
    return after(epochs, example, example.settings());
  }

  static PlaygroundSettings with(PlaygroundExample example, String layers, Penalty penalty, String strength) {
    PlaygroundSettings s = example.settings();
    return new PlaygroundSettings(layers, s.optimizer(), s.rate(), s.batch(), penalty, strength, s.seed());
  }
}
