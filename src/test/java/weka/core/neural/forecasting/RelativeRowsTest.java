package weka.core.neural.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Samples;
import weka.core.neural.options.Auto;

/** Two series of lags, a month, an overlay and what counts time. */
class RelativeRowsTest {
  private static final String[] NAMES = {"Month {jan,feb}", "Time-remapped numeric", "Year numeric", "price numeric",
      "Lag_X-1 numeric", "Lag_X-2 numeric", "Lag_X-3 numeric", "Avg(Lag_X-4,Lag_X-5) numeric", "Lag_Y-1 numeric",
      "Lag_Y-2 numeric", "'Year^2' numeric", "'Year*Lag_X-1' numeric", "X numeric"};

  private static Instances data(String... rows) throws IOException {
    return Samples.arff(String.join("\n", Arrays.stream(NAMES).map(n -> "@attribute " + quoted(n)).toList())
        + "\n@data\n" + String.join("\n", rows));
  }

  private static String quoted(String attribute) {
    int space = attribute.indexOf(' ');
    String name = attribute.substring(0, space);
    return (name.startsWith("'") ? name : "'" + name + "'") + attribute.substring(space);
  }

  private static Auto<String> option(String text) {
    NeuralSettings settings = new NeuralSettings();
    settings.relative.set(text);
    return settings.relative;
  }

  private static RelativeRows rows(Instances data, Reference reference) {
    return new RelativeRows(data, Objects.requireNonNull(LagColumns.find(data, option("auto"))), reference, "auto");
  }

  private static String[] names(Instances data) {
    return IntStream.range(0, data.numAttributes()).mapToObj(i -> data.attribute(i).name()).toArray(String[]::new);
  }

  @Test
  void lagsAreRelativeToTheMeanOfTheirSeries() throws Exception {
    Instances data = data("feb,5,1999,7,10,12,14,8,3,5,9,9,22");
    Instances made = rows(data, Reference.RATIO).of(data);
    assertArrayEquals(new String[] {"Avg(Lag_X-4,Lag_X-5)", "Lag_X-3", "Lag_X-2", "Lag_X-1", "Month", "price",
        "Lag_Y-1", "Lag_Y-2", "X"}, names(made));
    double m = 11;
    assertArrayEquals(new double[] {8 / m - 1, 14 / m - 1, 12 / m - 1, 10 / m - 1, 1, 7, 3, 5, 22 / m - 1},
        made.get(0).toDoubleArray(), 1e-12);
    assertArrayEquals(new double[] {-3, 3, 1, -1, 1, 7, 3, 5, 11},
        rows(data, Reference.MEAN).of(data).get(0).toDoubleArray(), 1e-12);
    assertArrayEquals(new double[] {8, 14, 12, 10, 1, 7, 3, 5, 22},
        rows(data, Reference.NOTHING).of(data).get(0).toDoubleArray(), 1e-12);
  }

  @Test
  void predictionsAreRestored() throws Exception {
    Instances data = data("feb,5,1999,7,10,12,14,8,3,5,9,9,22", "jan,5,1999,7,-1,2,0,3,3,5,9,9,2",
        "jan,5,1999,7,3,3,3,3,3,5,9,9,4", "jan,5,1999,7,0,0,0,0,3,5,9,9,4", "jan,5,1999,7,?,?,?,?,?,5,9,9,4");
    assertRestored(data);
    assertRestored(data("jan,5,1999,7,1e308,1e308,-1e308,?,?,5,9,9,1e308"));
  }

  private static void assertRestored(Instances data) {
    for (Reference reference : Reference.values()) {
      RelativeRows rows = rows(data, reference);
      for (Instance row : data) {
        double relative = rows.of(data).get(data.indexOf(row)).classValue();
        assertTrue(Double.isFinite(relative), reference + " " + row);
        assertEquals(1, rows.restored(row, relative) / row.classValue(), 1e-9, reference + " " + row);
        assertTrue(rows.scale(row) > 0 && Double.isFinite(rows.scale(row)), reference + " " + row);
      }
    }
  }

  /** Where the mean is near 0, it says nothing of the size of the values. */
  @Test
  void aMeanNearZeroIsNotDividedBy() throws Exception {
    Instances near = data("feb,5,1999,7,-1,2,-1,0,3,5,9,9,2");
    assertEquals(Math.sqrt(1.5), rows(near, Reference.RATIO).scale(near.get(0)), 1e-12);
    assertFalse(RelativeRows.areFar(near, Objects.requireNonNull(LagColumns.find(near, option("auto")))));
    Instances level = data("feb,5,1999,7,-3,-3,-3,-3,3,5,9,9,2");
    assertEquals(3, rows(level, Reference.RATIO).scale(level.get(0)), 1e-12);
  }

  @Test
  void missingLagsStayMissing() throws Exception {
    Instances data = data("feb,5,1999,7,?,12,14,10,3,5,9,9,24", "feb,5,1999,7,11,12,14,10,3,5,9,9,24",
        "feb,5,1999,7,11,12,14,10,3,5,9,9,24");
    RelativeRows rows = rows(data, Reference.RATIO);
    assertTrue(rows.of(data).get(0).isMissing(3));
    assertEquals(1, rows.of(data).get(0).classValue(), 1e-12);
    assertEquals(2, rows.ofLearnable(data).size());
  }

  @Test
  void onlyLagsOfTheClassAreFoundByName() throws Exception {
    Instances data = data("feb,5,1999,7,10,12,14,8,3,5,9,9,22");
    assertNull(LagColumns.find(data, option("none")));
    data.renameAttribute(data.classIndex(), "Z");
    assertNull(LagColumns.find(data, option("auto")));
    assertEquals(2, Objects.requireNonNull(LagColumns.find(data, option("Lag_X-[12]"))).own().size());
    assertNull(LagColumns.find(Samples.iris(), option("auto")));
  }

  private static LagColumns columns(String setting, String... names) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append("@attribute '").append(name).append("' numeric\n");
    }
    return Objects.requireNonNull(LagColumns.find(Samples.arff(text + "@attribute X numeric\n@data\n"),
        option(setting)));
  }

  /** A single value relative to its own mean would be a constant, and a series of another size is another family. */
  @Test
  void otherSeriesKeepTheirLevel() throws Exception {
    String[] one = {"Lag_X-1", "Lag_X-2", "Lag_X-3", "Lag_Z-1", "Lag_Z-2"};
    assertEquals(1, columns("auto", one).families().size());
    String[] two = {"Lag_X-1", "Lag_X-2", "Lag_X-3", "Lag_Z-1", "Lag_Z-2", "Lag_Z-3"};
    assertEquals(2, columns("auto", two).families().size());
    assertEquals(2, columns("Lag_.*", two).families().size());
    assertEquals(3, columns("Lag_.*", two).own().size());
    assertEquals(1, columns("Lag_X.*", two).families().size());
    assertEquals(6, columns("[Ll].*", "lag 1", "lag 2", "lag 3", "lag 4", "lag 5", "lag 6").own().size());
  }

  /** A power or a product is one of time only if its base counts time. */
  @Test
  void onlyWhatCountsTimeIsLeftOut() throws Exception {
    assertEquals(List.of(), columns("auto", "Lag_X-1", "Lag_X-2", "Lag_X-3", "flow m^3", "a*b", "Remapped colour",
        "a^2", "a").time());
    assertEquals(List.of(3, 4, 5, 6), columns("auto", "Lag_X-1", "Lag_X-2", "Lag_X-3", "Date-remapped",
        "Date-remapped^2", "Date-remapped*Lag_X-1", "ArtificialTimeIndex", "season").time());
    assertEquals(List.of(3, 4, 5), columns("auto", "Lag_X-1", "Lag_X-2", "Lag_X-3", "year", "year^2", "year^3")
        .time());
  }

  /** What follows from its own two last values is forecast without error, and only as long as rows are in order. */
  @Test
  void forecastsFeedOnPredictions() throws Exception {
    StringBuilder text = new StringBuilder("@attribute Lag_X-1 numeric\n@attribute Lag_X-2 numeric\n"
        + "@attribute Lag_X-3 numeric\n@attribute X numeric\n@data\n");
    double[] x = new double[80];
    x[0] = 1;
    x[1] = 2;
    for (int t = 2; t < x.length; t++) {
      x[t] = 1.6 * x[t - 1] - x[t - 2];
    }
    for (int t = 3; t < x.length; t++) {
      text.append(x[t - 1]).append(',').append(x[t - 2]).append(',').append(x[t - 3]).append(',').append(x[t])
          .append('\n');
    }
    Instances data = Samples.arff(text.toString());
    LagColumns columns = Objects.requireNonNull(LagColumns.find(data, option("auto")));
    ClosedLoop loop = new ClosedLoop(data, columns);
    double[][] sums = new double[loop.ahead()][2];
    loop.measure(rows -> rows.stream().mapToDouble(r -> 1.6 * r.value(0) - r.value(1)).toArray(), 40, sums);
    assertEquals(24, sums.length);
    assertEquals(data.size() - 40, sums[0][1]);
    assertEquals(data.size() - 40 - 23, sums[23][1]);
    assertEquals(0, loop.score(sums, 0), 1e-6);
    double[][] off = new double[loop.ahead()][2];
    loop.measure(rows -> rows.stream().mapToDouble(r -> r.value(0) + 1).toArray(), 40, off);
    double last = 0;
    for (int r = 40; r + 23 < data.size(); r++) {
      last += Math.pow(data.get(r + 23).classValue() - data.get(r).value(0) - 24, 2);
    }
    assertEquals(last, off[23][0], 1e-6 * last);
    data.swap(50, 60);
    assertEquals(1, new ClosedLoop(data, columns).ahead());
  }
}
