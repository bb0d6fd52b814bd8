package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;

/** What a training measured, by names that are known before it. */
public final class NetworkMeasures {
  private static final List<String> ALWAYS = List.of("measureEpochs", "measureBestEpoch", "measureParameters",
      "measureSeconds", "measureTrainingLoss", "measureValidationLoss");
  /** How well the targets are predicted: on held-out rows, or on those trained on if none are held out. */
  private static final List<String> OF_TARGETS = List.of("measureHammingLoss", "measureExactMatch", "measureMicroF1",
      "measureMacroF1", "measureClassError");
  private static final String TARGET = "measureTarget";
  private static final String ERROR = "Error";
  /** Before the data are known, nobody knows how many targets a list such as '2-last' names. */
  private static final int MOST_TARGETS = 9;

  private NetworkMeasures() {}

  /** @param several whether there are targets beside the class; the error of the first nine then has a name, too */
  public static List<String> names(boolean several) {
    List<String> names = new ArrayList<>(ALWAYS);
    if (several) {
      names.addAll(OF_TARGETS);
      IntStream.rangeClosed(1, MOST_TARGETS).forEach(i -> names.add(TARGET + i + ERROR));
    }
    return names;
  }

  /**
   * A measure; NaN or 0 if nothing was trained.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static double get(String name, boolean several, @Nullable FittedNetwork fitted,
      @Nullable TrainingReport report) {
    String known = names(several).stream().filter(name::equalsIgnoreCase).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no measure '" + Excerpt.of(name) + "'; choose from "
            + names(several)));
    return switch (known) {
      case "measureEpochs" -> report == null ? 0 : report.epochs();
      case "measureBestEpoch" -> report == null ? 0 : report.bestEpoch();
      case "measureParameters" -> fitted == null ? 0
          : fitted.models().stream().mapToInt(m -> m.network().values().length).sum();
      case "measureSeconds" -> report == null ? 0 : report.seconds();
      case "measureTrainingLoss" -> report == null ? Double.NaN : report.trainingLoss();
      case "measureValidationLoss" -> report == null ? Double.NaN : report.validationLoss();
      default -> report == null || report.targets() == null ? Double.NaN : ofTargets(known, report.targets());
    };
  }

  private static double ofTargets(String name, TargetReport targets) {
    return switch (name) {
      case "measureHammingLoss" -> targets.hammingLoss();
      case "measureExactMatch" -> targets.exactMatch();
      case "measureMicroF1" -> targets.microF1();
      case "measureMacroF1" -> targets.macroF1();
      case "measureClassError" -> targets.error(0);
      default -> targets.error(Integer.parseInt(name.substring(TARGET.length(), name.length() - ERROR.length())));
    };
  }
}
