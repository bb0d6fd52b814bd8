package weka.core.neural.forecasting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.options.Auto;

/**
 * Which attributes are earlier values of the class, or of another series, by the names that Weka's package
 * timeseriesForecasting gives them: Lag_X-3 is X three steps before, Avg(Lag_X-13,Lag_X-14) a mean of such.
 *
 * @param families of one series each, that of the class first
 * @param time     attributes that grow with time and so leave the range of the training rows at once, from 0
 */
public record LagColumns(List<Family> families, List<Integer> time) implements Serializable {
  /** Fewer earlier values say too little about the level of a series. */
  private static final int FEWEST = 3;
  private static final Pattern LAG = Pattern.compile("Lag_(.+)-(\\d+)");
  private static final Pattern AVERAGE = Pattern.compile("Avg\\((Lag_.+)\\)");
  private static final String ARTIFICIAL_TIME = "ArtificialTimeIndex";

  /**
   * An attribute.
   *
   * @param index from 0
   * @param steps how many steps before; several for their mean, none if this is unknown
   */
  record Lag(int index, List<Integer> steps) implements Serializable {
    /** By which lags are ordered. */
    int age() {
      return steps.isEmpty() ? 0 : steps.get(0);
    }
  }

  /** The earlier values of one series. */
  record Family(List<Lag> lags) implements Serializable {}

  /**
   * Finds them.
   *
   * @param data    its class is set
   * @param setting the option: open for the class's own lags if there are some, "none" (read as an empty text) for
   *                nothing, or a regular expression of the attributes that are of the same kind as the class
   * @return null if there are none
   * @throws IllegalArgumentException if the expression does not fit the attributes
   */
  public static @Nullable LagColumns find(Instances data, Auto<String> setting) {
    if (setting.isAuto()) {
      return byName(data);
    }
    return setting.value().isEmpty() ? null : byExpression(data, setting.value());
  }

  private static @Nullable LagColumns byName(Instances data) {
    if (!data.classAttribute().isNumeric() || hasTexts(data)) {
      return null;
    }
    Map<String, List<Lag>> found = lags(data);
    List<Lag> own = found.remove(data.classAttribute().name());
    return own == null || own.size() < FEWEST ? null : of(data, own, found);
  }

  private static LagColumns byExpression(Instances data, String expression) {
    if (!data.classAttribute().isNumeric() || hasTexts(data)) {
      throw new IllegalArgumentException("relative: expected 'auto' or 'none', as "
          + (hasTexts(data) ? "there are texts" : "the class is nominal") + ", got '" + Excerpt.of(expression)
          + "': only numbers are relative to each other");
    }
    Pattern wanted = Pattern.compile(expression);
    Map<String, List<Lag>> others = lags(data);
    others.values()
        .forEach(lags -> lags.removeIf(lag -> !wanted.matcher(data.attribute(lag.index()).name()).matches()));
    List<Lag> named = others.remove(data.classAttribute().name());
    // Those of another series are relative to their own mean, whose size may be quite another.
    List<Integer> ofOthers = named == null || named.isEmpty() ? List.of()
        : others.values().stream().flatMap(List::stream).map(Lag::index).toList();
    if (ofOthers.isEmpty()) {
      others.clear();
    }
    List<String> names = names(data);
    List<Lag> own = new ArrayList<>();
    for (int i = 0; i < data.numAttributes(); i++) {
      Attribute a = data.attribute(i);
      if (i != data.classIndex() && a.isNumeric() && wanted.matcher(a.name()).matches() && !isTime(a.name(), names)
          && !ofOthers.contains(i)) {
        own.add(new Lag(i, steps(a.name(), data.classAttribute().name())));
      }
    }
    if (own.isEmpty()) {
      throw new IllegalArgumentException("relative: '" + Excerpt.of(expression)
          + "' is not the whole name of any numeric attribute but the class; write an expression such as 'Lag_.*', "
          + "'auto' or 'none'");
    }
    return of(data, own, others);
  }

  private static boolean hasTexts(Instances data) {
    return IntStream.range(0, data.numAttributes()).mapToObj(data::attribute)
        .anyMatch(a -> a.isString() || a.isRelationValued());
  }

  /** The lags of each series, by its name. */
  private static Map<String, List<Lag>> lags(Instances data) {
    Map<String, List<Lag>> found = new LinkedHashMap<>();
    for (int i = 0; i < data.numAttributes(); i++) {
      Attribute a = data.attribute(i);
      String series = a.isNumeric() && i != data.classIndex() ? series(a.name()) : null;
      if (series != null) {
        found.computeIfAbsent(series, s -> new ArrayList<>()).add(new Lag(i, steps(a.name(), series)));
      }
    }
    return found;
  }

  private static @Nullable String series(String name) {
    Matcher average = AVERAGE.matcher(name);
    Matcher lag = LAG.matcher(average.matches() ? average.group(1).split(",Lag_", 2)[0] : name);
    return lag.matches() ? lag.group(1) : null;
  }

  private static List<Integer> steps(String name, String series) {
    Matcher average = AVERAGE.matcher(name);
    String lags = average.matches() ? average.group(1) : name;
    Matcher step = Pattern.compile("Lag_" + Pattern.quote(series) + "-(\\d{1,6})(?=,|$)").matcher(lags);
    List<Integer> steps = new ArrayList<>();
    while (step.find()) {
      if (Integer.parseInt(step.group(1)) > 0) {
        steps.add(Integer.parseInt(step.group(1)));
      }
    }
    return List.copyOf(steps);
  }

  private static LagColumns of(Instances data, List<Lag> own, Map<String, List<Lag>> others) {
    List<Family> families = new ArrayList<>();
    families.add(new Family(List.copyOf(own)));
    // One or two values relative to their mean would hide its level, which may be what tells.
    others.values().stream().filter(lags -> lags.size() >= FEWEST)
        .forEach(l -> families.add(new Family(List.copyOf(l))));
    List<Integer> lags = families.stream().flatMap(f -> f.lags().stream()).map(Lag::index).toList();
    List<String> names = names(data);
    List<Integer> time = IntStream.range(0, names.size())
        .filter(i -> i != data.classIndex() && data.attribute(i).isNumeric() && !lags.contains(i)
            && (data.attribute(i).isDate() || isTime(names.get(i), names)))
        .boxed().toList();
    return new LagColumns(List.copyOf(families), time);
  }

  private static List<String> names(Instances data) {
    return IntStream.range(0, data.numAttributes()).mapToObj(i -> data.attribute(i).name()).toList();
  }

  /** Whether an attribute counts time, or is a power of what does or its product with a lag. */
  private static boolean isTime(String name, List<String> all) {
    return countsTime(name, all) || all.stream().anyMatch(base -> (name.startsWith(base + "*Lag_")
        || name.matches(Pattern.quote(base) + "\\^[2-9]")) && countsTime(base, all));
  }

  /** By its name, or by the powers and products that timeseriesForecasting makes of it alone. */
  private static boolean countsTime(String name, List<String> all) {
    return name.toLowerCase(Locale.ROOT).endsWith("remapped") || name.equals(ARTIFICIAL_TIME)
        || all.contains(name + "^2") && all.contains(name + "^3")
        || all.stream().anyMatch(other -> other.startsWith(name + "*Lag_"));
  }

  /** The class's own. */
  List<Lag> own() {
    return families.get(0).lags();
  }

  /** Rows in which all lags of the class are known, unless these are few. */
  public Instances complete(Instances rows) {
    int[] own = own().stream().mapToInt(Lag::index).toArray();
    Instances complete = new Instances(rows, rows.numInstances());
    rows.stream().filter(row -> Arrays.stream(own).noneMatch(row::isMissing)).forEach(complete::add);
    return 2 * complete.size() > rows.size() ? complete : rows;
  }
}
