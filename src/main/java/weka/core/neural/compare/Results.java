package weka.core.neural.compare;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * The results of all folds, with the columns of the Experimenter. Weka's InstancesResultListener only writes them, and
 * with the digits and minus sign of the user's locale, which not even Weka can read back.
 */
final class Results implements ResultListener {

  private final List<Object[]> rows = new ArrayList<>();
  private List<String> names = List.of();
  private List<Object> types = List.of();

  boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public void acceptResult(ResultProducer producer, Object[] key, Object[] result) throws Exception {
    if (rows.isEmpty()) {
      names = new ArrayList<>();
      for (String name : producer.getKeyNames()) {
        names.add("Key_" + name);
      }
      names.addAll(List.of(producer.getResultNames()));
      types = new ArrayList<>(List.of(producer.getKeyTypes()));
      types.addAll(List.of(producer.getResultTypes()));
    }
    Object[] row = new Object[key.length + result.length];
    System.arraycopy(key, 0, row, 0, key.length);
    System.arraycopy(result, 0, row, key.length, result.length);
    if (row.length != names.size()) {
      throw new IllegalStateException("a fold has " + row.length + " results, the first one had " + names.size());
    }
    rows.add(row);
  }

  /** Texts as nominal values in order of first appearance, numbers as they are; null is missing. */
  Instances instances() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      attributes.add(isText(c) ? new Attribute(names.get(c), texts(c)) : new Attribute(names.get(c)));
    }
    Instances instances = new Instances("results", attributes, rows.size());
    for (Object[] row : rows) {
      double[] values = new double[row.length];
      for (int c = 0; c < row.length; c++) {
        values[c] = row[c] == null ? Utils.missingValue()
            : isText(c) ? attributes.get(c).indexOfValue((String) row[c]) : (Double) row[c];
      }
      instances.add(new DenseInstance(1, values));
    }
    return instances;
  }

  private boolean isText(int column) {
    return types.get(column) instanceof String;
  }

  private List<String> texts(int column) {
    Set<String> texts = new LinkedHashSet<>();
    for (Object[] row : rows) {
      if (row[column] != null) {
        texts.add((String) row[column]);
      }
    }
    return new ArrayList<>(texts);
  }

  /**
   * Writes an ARFF file, with numbers at full precision and independent of the locale, in the encoding that Weka reads.
   */
  void write(Path file) throws IOException {
    Instances instances = instances();
    StringBuilder text = new StringBuilder().append(new Instances(instances, 0)).append('\n');
    for (Instance row : instances) {
      List<String> values = new ArrayList<>();
      for (int c = 0; c < row.numAttributes(); c++) {
        values.add(row.isMissing(c) ? "?" : isText(c) ? Utils.quote(row.stringValue(c))
            : Double.toString(row.value(c)));
      }
      text.append(String.join(",", values)).append('\n');
    }
    try {
      Files.writeString(file, text, Charset.defaultCharset());
    } catch (CharacterCodingException e) {
      throw e;
    } catch (IOException e) {
      throw new NotWritten(file, text.length(), e);
    }
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
    // Nothing to prepare: the columns are known with the first result.
  }

  @Override
  public void postProcess(ResultProducer producer) {
    // Written when asked for.
  }
}
