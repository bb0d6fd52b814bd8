package weka.core.neural;

import java.lang.StackWalker.StackFrame;
import weka.classifiers.meta.FilteredClassifier;

/** Who asks whether predictions of many rows at once are more efficient. */
public final class BatchCaller {
  private static final String QUESTION = "implementsMoreEfficientBatchPrediction";
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private BatchCaller() {}

  /**
   * Whether a FilteredClassifier asks, itself or through schemes within it. It hands the answer on as its own; but from
   * rows given at once it demands that its filter removes none, where it counts removed ones as unclassified if they
   * are given one by one. Whether its filter may remove rows only the FilteredClassifier knows, so it is told what every
   * other of Weka's classifiers tells it.
   */
  public static boolean isFilteredClassifier() {
    return STACK.walk(frames -> frames.dropWhile(f -> !asks(f)).takeWhile(BatchCaller::asks)
        .anyMatch(f -> FilteredClassifier.class.isAssignableFrom(f.getDeclaringClass())));
  }

  private static boolean asks(StackFrame frame) {
    return frame.getMethodName().equals(QUESTION);
  }
}
