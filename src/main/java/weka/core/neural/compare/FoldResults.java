package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * Holds the results of one scheme on one data set back until all folds are done. A scheme that fails in the middle
 * then leaves none: the t-test needs the same folds of every scheme. What has been evaluated is stored all the same.
 */
final class FoldResults implements ResultListener {

  private record Results(Object[] key, Object[] result) {}

  private final FoldStore store;
  private final Fold scheme;
  private final List<Results> folds = new ArrayList<>();
  private Optional<Map<String, String>> known = Optional.empty();
  private int read;

  /** @param scheme on its data set, whichever fold */
  FoldResults(FoldStore store, Fold scheme) {
    this.store = store;
    this.scheme = scheme;
  }

  /** Whether the fold that comes next need not be evaluated. */
  boolean isKnown() {
    return known.isPresent();
  }

  /** How many folds were known. */
  int read() {
    return read;
  }

  /** Hands everything on. */
  void passTo(ResultListener listener, ResultProducer producer) throws Exception {
    for (Results fold : folds) {
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
    String[] names = producer.getResultNames();
    if (known.isPresent()) {
      fill(result, names, producer.getResultTypes(), known.get());
      read++;
    } else {
      Timestamp.put(producer, result);
      Map<String, String> texts = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        if (result[i] != null) {
          texts.put(names[i], result[i].toString());
        }
      }
      store.add(fold(key), texts);
    }
    folds.add(new Results(key, result));
  }

  private static void fill(Object[] result, String[] names, Object[] types, Map<String, String> texts) {
    for (int i = 0; i < names.length; i++) {
      String text = texts.get(names[i]);
      result[i] = text == null || types[i] instanceof String ? text : (Object) Double.valueOf(text);
    }
  }

  private Fold fold(Object[] key) {
    return scheme.at((String) key[1], (String) key[2]);
  }

  @Override
  public boolean isResultRequired(ResultProducer producer, Object[] key) {
    known = store.find(fold(key));
    return true;
  }

  @Override
  public String @Nullable [] determineColumnConstraints(ResultProducer producer) {
    return null;
  }

  @Override
  public void preProcess(ResultProducer producer) {
    // Made anew for each scheme.
  }

  @Override
  public void postProcess(ResultProducer producer) {
    // Handed on when asked for.
  }
}
