package weka.core.neural.stored;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.ProtectedProperties;
import weka.core.SerializedObject;

/**
 * A table by which a data set finds its attributes, or an attribute its values or properties, as pairs. Java's own
 * tables hash their keys while they are read, and lists in lists as keys can make that take time without end, so the
 * body has none.
 */
record StoredTable(Kind kind, Object[] keys, Object[] values) implements Serializable {
  private static final long serialVersionUID = 1;

  enum Kind {
    HASH_MAP, HASHTABLE, PROPERTIES
  }

  /** The table as pairs; other objects as they are. */
  static Object replacing(Object object) {
    @Nullable
    Kind kind = object.getClass() == HashMap.class ? Kind.HASH_MAP
        : object.getClass() == Hashtable.class ? Kind.HASHTABLE
        : object.getClass() == ProtectedProperties.class ? Kind.PROPERTIES : null;
    return kind == null ? object
        : new StoredTable(kind, ((Map<?, ?>) object).keySet().toArray(), ((Map<?, ?>) object).values().toArray());
  }

  /** @throws Refusal if there is anything in it but texts, relations and whole numbers */
  @SuppressWarnings("JdkObsolete") // Weka's fields are of these types.
  Object table() throws Refusal {
    if (keys.length != values.length) {
      throw new Refusal("the model is refused: a table in it has " + keys.length + " keys and "
          + values.length + " values", null);
    }
    Properties properties = new Properties();
    Map<Object, Object> table = switch (kind) {
      case HASH_MAP -> new HashMap<>(2 * keys.length);
      case HASHTABLE -> new Hashtable<>(2 * keys.length + 1);
      case PROPERTIES -> properties;
    };
    for (int i = 0; i < keys.length; i++) {
      boolean plain = (keys[i] instanceof String || keys[i] instanceof SerializedObject || isRelation(keys[i]))
          && (values[i] instanceof Integer || values[i] instanceof String);
      if (!plain) {
        throw new Refusal("the model is refused: a table in it holds more than texts, relations and whole numbers",
            null);
      }
      table.put(keys[i], values[i]);
    }
    return kind == Kind.PROPERTIES ? new ProtectedProperties(properties) : table;
  }

  /** Whether it is a value of a relational attribute: rows, which hash by themselves, and not lists in a list. */
  private static boolean isRelation(Object key) {
    return key instanceof Instances rows && ((List<?>) rows).stream().allMatch(row -> row instanceof Instance);
  }
}
