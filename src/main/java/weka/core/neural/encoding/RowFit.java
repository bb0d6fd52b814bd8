package weka.core.neural.encoding;

import java.util.List;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Whether rows are of the kind that a model was made for: Weka takes any, and then reads what is not there. */
public final class RowFit {
  private static final String REMEDY = "; give it rows with the attributes of the training data, or use Weka's "
      + "InputMappedClassifier, which arranges them";

  private RowFit() {}

  /**
   * Before rows are read.
   *
   * @param last the last attribute that is read, from 0
   * @throws IllegalArgumentException if a row has fewer attributes
   */
  static void requireAttribute(List<Instance> rows, int last) {
    for (Instance row : rows) {
      if (row.numAttributes() <= last) {
        throw new IllegalArgumentException("a row has " + row.numAttributes() + " attributes, but the model reads "
            + "attribute " + (last + 1) + REMEDY);
      }
    }
  }

  /**
   * Before a filter keeps a row.
   *
   * @param format the filter's input format
   * @throws IllegalArgumentException if the row has another number of attributes, or a value that is none of these
   */
  public static void require(Instance row, Instances format) {
    if (row.numAttributes() != format.numAttributes()) {
      throw new IllegalArgumentException("a row has " + row.numAttributes() + " attributes, but the input format has "
          + format.numAttributes() + REMEDY);
    }
    for (int i = 0; i < row.numAttributes(); i++) {
      Attribute attribute = format.attribute(i);
      if (!attribute.isNumeric() && !row.isMissing(i) && !isValue(row, i, attribute)) {
        throw new IllegalArgumentException("a row has the value " + row.value(i) + " in attribute '"
            + Excerpt.of(attribute.name()) + "', which has no such value" + REMEDY);
      }
    }
  }

  /**
   * Before a filter keeps a row whose texts name files: a name in the place of another would be taken for it.
   *
   * @param format the filter's input format
   * @throws IllegalArgumentException if a text's attribute has another name
   */
  public static void requireTextNames(Instance row, Instances format) {
    if (row.dataset() == null) {
      return;
    }
    for (int i = 0; i < row.numAttributes(); i++) {
      String name = row.dataset().attribute(i).name();
      if (row.dataset().attribute(i).isString() && !name.equals(format.attribute(i).name())) {
        throw new IllegalArgumentException("a row has the attribute '" + Excerpt.of(name) + "' where the rows learnt "
            + "from have '" + Excerpt.of(format.attribute(i).name()) + "'; give the attributes in the same order");
      }
    }
  }

  /**
   * Before a filter keeps a row: attributes of the same kind in another order would be read as each other.
   *
   * @param format the filter's input format
   * @throws IllegalArgumentException if the row's data set has an attribute of the format at another place
   */
  public static void requireOrder(Instance row, Instances format) {
    if (row.dataset() == null) {
      return;
    }
    for (int i = 0; i < format.numAttributes(); i++) {
      String name = row.dataset().attribute(i).name();
      if (!name.equals(format.attribute(i).name()) && format.attribute(name) != null) {
        throw new IllegalArgumentException("a row has attribute '" + Excerpt.of(name) + "' where the rows learnt from "
            + "have '" + Excerpt.of(format.attribute(i).name()) + "'" + REMEDY);
      }
    }
  }

  /** The values of texts and relations are in the row's own data set. */
  private static boolean isValue(Instance row, int index, Attribute attribute) {
    Attribute holder = attribute;
    if (!attribute.isNominal()) {
      if (row.dataset() == null || row.attribute(index).type() != attribute.type()) {
        return false;
      }
      holder = row.attribute(index);
    }
    return row.value(index) >= 0 && row.value(index) < holder.numValues();
  }
}
