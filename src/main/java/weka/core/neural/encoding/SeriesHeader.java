package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instances;

/** The attributes of a relational attribute's values, to compare others with. */
final class SeriesHeader implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String NOTHING = "nothing";

  private final ArrayList<String> attributes;
  /** Attributes that are equal to these: those of one data set are the same objects in each of its rows. */
  private transient volatile Attribute @Nullable [] known;

  SeriesHeader(Instances relation) {
    attributes = new ArrayList<>(texts(relation));
  }

  int size() {
    return attributes.size();
  }

  private static List<String> texts(Instances relation) {
    return IntStream.range(0, relation.numAttributes()).mapToObj(i -> text(relation.attribute(i))).toList();
  }

  /** Name and type, with the values of a nominal attribute; not the weight, which means nothing here. */
  private static String text(Attribute a) {
    StringBuilder s = new StringBuilder(a.name()).append(' ');
    if (!a.isNominal()) {
      return s.append(Attribute.typeToString(a)).toString();
    }
    for (int v = 0; v < a.numValues(); v++) {
      s.append(v == 0 ? '{' : ',').append(a.value(v));
    }
    return s.append('}').toString();
  }

  /** In what a value differs, and what was expected; null if in nothing. */
  @Nullable
  String difference(Instances value) {
    if (isKnown(value)) {
      return null;
    }
    List<String> others = texts(value);
    for (int i = 0; i < Math.max(attributes.size(), others.size()); i++) {
      String here = i < others.size() ? others.get(i) : NOTHING;
      String expected = i < attributes.size() ? attributes.get(i) : NOTHING;
      if (!here.equals(expected)) {
        return "has as its attribute " + (i + 1) + " '" + Excerpt.of(here) + "'; expected '" + Excerpt.of(expected)
            + "'";
      }
    }
    known = IntStream.range(0, value.numAttributes()).mapToObj(value::attribute).toArray(Attribute[]::new);
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // equal ones would take as long to compare as the texts
  private boolean isKnown(Instances value) {
    Attribute[] now = known;
    return now != null && now.length == value.numAttributes()
        && IntStream.range(0, now.length).allMatch(i -> now[i] == value.attribute(i));
  }
}
