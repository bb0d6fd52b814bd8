package weka.core.neural.run;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.function.Predicate;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.clusterers.AbstractClusterer;
import weka.clusterers.Clusterer;
import weka.filters.Filter;

/**
 * Who calls a scheme. Weka's interfaces tell neither that nor what the caller will do with the answer, so the call
 * stack is inspected: at the start and end of a training and of an evaluation, never for each row.
 */
public final class Caller {
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final String BATCHES = "implementsMoreEfficientBatchPrediction";
  /** The panels of the Explorer that train. */
  private static final List<String> EXPLORER = List.of("weka.gui.explorer.ClassifierPanel",
      "weka.gui.explorer.ClustererPanel", "weka.gui.explorer.PreprocessPanel");
  private static final List<Class<?>> SCHEMES = List.of(Classifier.class, Clusterer.class, Filter.class);
  private static final String STEPS = "weka.knowledgeflow.steps.";

  private Caller() {}

  /**
   * Whether a FilteredClassifier asks for {@value #BATCHES}, itself or through nested schemes. It passes the answer on
   * as its own; but it requires that its filter removes no rows of a batch, while it counts removed rows as
   * unclassified if they are given one by one. Only the FilteredClassifier knows whether its filter may remove rows, so
   * it gets the answer that most of Weka's classifiers give.
   */
  public static boolean isFilteredClassifier() {
    return STACK.walk(frames -> frames.dropWhile(f -> !f.getMethodName().equals(BATCHES))
        .takeWhile(f -> f.getMethodName().equals(BATCHES))
        .anyMatch(f -> FilteredClassifier.class.isAssignableFrom(f.getDeclaringClass())));
  }

  /** Whether the caller is another scheme that contains this one. */
  static boolean isScheme(Class<?> scheme) {
    return STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
        .anyMatch(caller -> SCHEMES.stream().anyMatch(kind -> kind.isAssignableFrom(caller))
            && !caller.isAssignableFrom(scheme)));
  }

  /** Whether the caller is a cross-validation. */
  static boolean isCrossValidation() {
    return STACK.walk(frames -> frames.anyMatch(f -> f.getMethodName().equals("crossValidateModel")));
  }

  /** Whether the caller is a step of a flow. */
  static boolean isKnowledgeFlow() {
    return STACK.walk(frames -> frames.anyMatch(f -> f.getClassName().startsWith(STEPS)));
  }

  /** Whether the caller is a run of one of the Explorer's panels. */
  static boolean isExplorer() {
    return STACK.walk(frames -> frames.anyMatch(f -> EXPLORER.stream().anyMatch(f.getClassName()::startsWith)));
  }

  /** Whether the program was started to run one of Weka's commands, such as {@code weka.Run}, in this thread. */
  static boolean isCommandLine() {
    List<StackFrame> stack = STACK.walk(frames -> frames.toList());
    Predicate<StackFrame> runs = f -> is(f, AbstractClassifier.class, "runClassifier")
        || is(f, Evaluation.class, "evaluateModel") || is(f, AbstractClusterer.class, "runClusterer")
        || is(f, Filter.class, "runFilter");
    return stack.get(stack.size() - 1).getMethodName().equals("main") && stack.stream().anyMatch(runs);
  }

  private static boolean is(StackFrame frame, Class<?> type, String method) {
    return frame.getDeclaringClass() == type && frame.getMethodName().equals(method);
  }
}
