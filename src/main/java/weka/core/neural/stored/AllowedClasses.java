package weka.core.neural.stored;

import java.util.Set;

/** The classes of which a stored scheme may hold objects. */
final class AllowedClasses {
  private static final Set<String> SCHEMES = Set.of("weka.classifiers.functions.NeuralNet",
      "weka.clusterers.NeuralClusterer", "weka.filters.unsupervised.attribute.NeuralEncoder",
      "weka.filters.unsupervised.attribute.BoltzmannFeatures", "weka.filters.unsupervised.attribute.HopfieldMemory",
      "weka.filters.supervised.attribute.NeuralFeatures", "weka.filters.supervised.attribute.NeuralPredictions",
      "weka.filters.unsupervised.instance.NeuralSegmenter");

  private static final String OURS = "weka.core.neural.";

  /** A body within a body would be read without the limits of the outer one. */
  private static final String HOLDER = OURS + "stored.StoredScheme";

  /** Those beside ours, among them what schemes extend. */
  private static final Set<String> OTHERS = Set.of("ruru.data.PixelScaling",
      "weka.classifiers.AbstractClassifier", "weka.classifiers.RandomizableClassifier",
      "weka.classifiers.rules.ZeroR", "weka.clusterers.AbstractClusterer", "weka.clusterers.RandomizableClusterer",
      "weka.filters.Filter", "weka.filters.SimpleFilter", "weka.filters.SimpleBatchFilter",
      "weka.core.Instances", "weka.core.AbstractInstance", "weka.core.DenseInstance", "weka.core.SparseInstance",
      "weka.core.BinarySparseInstance", "weka.core.Attribute", "weka.core.AttributeInfo",
      "weka.core.NominalAttributeInfo", "weka.core.RelationalAttributeInfo", "weka.core.DateAttributeInfo",
      "weka.core.AttributeMetaInfo", "weka.core.AttributeLocator", "weka.core.StringLocator",
      "weka.core.RelationalLocator",
      "java.lang.Object", "java.lang.String", "java.lang.Enum", "java.lang.Number", "java.lang.Boolean",
      "java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double",
      "java.util.ArrayList", "java.util.BitSet", "java.util.CollSer", "java.util.EnumSet",
      "java.util.EnumSet$SerializationProxy",
      "java.util.TreeSet", "java.util.Date",
      // The format of a date attribute.
      "java.text.Format", "java.text.DateFormat", "java.text.SimpleDateFormat", "java.text.DateFormatSymbols",
      "java.text.NumberFormat", "java.text.DecimalFormat", "java.text.DecimalFormatSymbols",
      "java.math.RoundingMode", "java.util.Calendar", "java.util.GregorianCalendar", "java.util.Locale",
      "java.util.TimeZone", "java.util.SimpleTimeZone", "sun.util.calendar.ZoneInfo");

  private AllowedClasses() {}

  /** @param name of a class or an array, as Java's serialisation writes it */
  static boolean contain(String name) {
    String element = name.substring(name.lastIndexOf('[') + 1);
    if (element.length() < name.length()) {
      if (element.length() == 1) {
        return true;
      }
      element = element.substring(1, element.length() - 1);
    }
    return SCHEMES.contains(element) || OTHERS.contains(element)
        || element.startsWith(OURS) && !element.equals(HOLDER);
  }

  static boolean isScheme(Class<?> type) {
    return SCHEMES.contains(type.getName());
  }
}
