package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Rows without the attributes that are predicted beside the class, as an encoder takes them; part of the model. */
public final class InputColumns implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] kept;
  /** For each attribute its index among those that are kept; -1 if it is not. */
  private final int[] places;
  private final Instances header;

  /**
   * @param data  its class is set
   * @param taken the attributes that are no inputs, from 0; not the class
   */
  public InputColumns(Instances data, int[] taken) {
    kept = IntStream.range(0, data.numAttributes()).filter(i -> Arrays.binarySearch(taken, i) < 0).toArray();
    places = new int[data.numAttributes()];
    Arrays.fill(places, -1);
    for (int i = 0; i < kept.length; i++) {
      places[kept[i]] = i;
    }
    header = header(data, Arrays.binarySearch(kept, data.classIndex())).stringFreeStructure();
  }

  private Instances header(Instances data, int target) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i : kept) {
      attributes.add((Attribute) data.attribute(i).copy());
    }
    Instances made = new Instances(data.relationName(), attributes, 0);
    made.setClassIndex(target);
    return made;
  }

  /** Texts and series are kept with the data set that a row belongs to. */
  private Instances header(Instances rows) {
    return rows.numAttributes() >= places.length && Arrays.stream(kept).mapToObj(rows::attribute)
        .anyMatch(a -> a.isString() || a.isRelationValued()) ? header(rows, header.classIndex()) : header;
  }

  /** The same rows in the same order. */
  public Instances of(Instances rows) {
    Instances made = new Instances(header(rows), rows.numInstances());
    of(rows, made).forEach(made::add);
    return made;
  }

  /** As {@link #of(Instances)}, of rows that may belong to no data set. */
  public List<Instance> of(List<Instance> rows) {
    Instances from = rows.isEmpty() ? null : rows.get(0).dataset();
    return of(rows, from == null ? header : header(from));
  }

  private List<Instance> of(List<Instance> rows, Instances as) {
    RowFit.requireAttribute(rows, places.length - 1);
    List<Instance> made = new ArrayList<>(rows.size());
    for (Instance row : rows) {
      Instance without = row instanceof SparseInstance ? sparse(row) : dense(row);
      without.setDataset(as);
      made.add(without);
    }
    return made;
  }

  private Instance dense(Instance row) {
    double[] values = new double[kept.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.value(kept[i]);
    }
    return new DenseInstance(row.weight(), values);
  }

  private Instance sparse(Instance row) {
    double[] values = new double[row.numValues()];
    int[] indices = new int[row.numValues()];
    int n = 0;
    for (int i = 0; i < row.numValues(); i++) {
      if (row.index(i) < places.length && places[row.index(i)] >= 0) {
        indices[n] = places[row.index(i)];
        values[n++] = row.valueSparse(i);
      }
    }
    return new SparseInstance(row.weight(), Arrays.copyOf(values, n), Arrays.copyOf(indices, n), kept.length);
  }
}
