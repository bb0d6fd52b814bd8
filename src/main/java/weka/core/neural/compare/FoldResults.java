package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * Holds back the results of one scheme on one data set until all folds are done. A scheme that fails midway then leaves
 * none: the t-test needs the same folds for every scheme.
 */
final class FoldResults implements ResultListener {

  private record Fold(Object[] key, Object[] result) {}

  private final List<Fold> folds = new ArrayList<>();

  void clear() {
    folds.clear();
  }

  /** Passes everything on. */
  void passTo(ResultListener listener, ResultProducer producer) throws Exception {
    for (Fold fold : folds) {
      listener.acceptResult(producer, fold.key, fold.result);
    }
  }

  /** Mean over the folds of a numeric column, NaN where a fold has no value. */
  double mean(ResultProducer producer, String column) throws Exception {
    int index = Arrays.asList(producer.getResultNames()).indexOf(column);
    return folds.stream().mapToDouble(f -> (Double) f.result[index]).average().orElse(Double.NaN);
  }

  @Override
  public void acceptResult(ResultProducer producer, Object[] key, Object[] result) throws Exception {
    Timestamp.put(producer, result);
    folds.add(new Fold(key, result));
  }

  @Override
  public boolean isResultRequired(ResultProducer producer, Object[] key) {
    return true;
  }

  @Override
  public String @Nullable [] determineColumnConstraints(ResultProducer producer) {
    return null;
  }

  @Override
  public void preProcess(ResultProducer producer) {
    clear();
  }

  @Override
  public void postProcess(ResultProducer producer) {
    clear();
  }
}
