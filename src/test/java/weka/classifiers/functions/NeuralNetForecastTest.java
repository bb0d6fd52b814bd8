package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NumericPrediction;
import weka.classifiers.rules.ZeroR;
import weka.classifiers.timeseries.WekaForecaster;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.converters.ConverterUtils.DataSource;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;

/** Rows of a time series, as Weka's package timeseriesForecasting makes them. */
class NeuralNetForecastTest {
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  /** Grows by a percent each month, with a season in proportion, as passengers of airlines did. */
  private static double passengers(int month, Random random) {
    return 100 * Math.exp(0.01 * month + 0.2 * Math.sin(Math.PI * month / 6) + 0.1 * Math.cos(Math.PI * month / 3)
        + 0.03 * random.nextGaussian());
  }

  /** Months from 1949 on, of two series, the second of which is the first one's half and a bit. */
  private static Instances months(int n, IntToDoubleFunction value) {
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("X"), new Attribute("Y"),
        new Attribute("Date", "yyyy-MM-dd")));
    Instances data = new Instances("months", attributes, n);
    for (int t = 0; t < n; t++) {
      double x = value.applyAsDouble(t);
      data.add(new DenseInstance(1, new double[] {x, x / 2 + t % 3, LocalDate.of(1949, 1, 1).plusMonths(t)
          .atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli()}));
    }
    return data;
  }

  private static Instances passengers() {
    Random random = new Random(5);
    return months(144, t -> passengers(t, random));
  }

  private static WekaForecaster forecaster(Classifier base, Instances train, String targets, boolean dates)
      throws Exception {
    WekaForecaster forecaster = new WekaForecaster();
    forecaster.setFieldsToForecast(targets);
    forecaster.setBaseForecaster(base);
    forecaster.getTSLagMaker().setMinLag(1);
    forecaster.getTSLagMaker().setMaxLag(12);
    if (dates) {
      forecaster.getTSLagMaker().setTimeStampField("Date");
      forecaster.getTSLagMaker().setAddMonthOfYear(true);
    }
    forecaster.buildForecaster(train, NOWHERE);
    forecaster.primeForecaster(train);
    return forecaster;
  }

  /** The root mean squared error of forecasts of up to 24 months. */
  private static double rmse(Classifier base, Instances series, String target, boolean dates) throws Exception {
    Instances train = new Instances(series, 0, series.size() - 24);
    List<List<NumericPrediction>> forecast = forecaster(base, train, target, dates).forecast(24, NOWHERE);
    double squares = 0;
    for (int t = 0; t < 24; t++) {
      double error = series.get(train.size() + t).value(series.attribute(target)) - forecast.get(t).get(0).predicted();
      squares += error * error / 24;
    }
    return Math.sqrt(squares);
  }

  /** Keeps the rows that a forecaster trains a copy of it on. */
  private static final class Recorder extends ZeroR {
    private static final long serialVersionUID = 1;
    private static final Map<String, Instances> SEEN = new ConcurrentHashMap<>();

    @Override
    public void buildClassifier(Instances rows) throws Exception {
      SEEN.put(rows.classAttribute().name(), new Instances(rows));
      super.buildClassifier(rows);
    }
  }

  /** The rows that the base learner for X is trained on. */
  private static Instances rows(Instances series, String targets) throws Exception {
    return rows(series, targets, true);
  }

  private static Instances rows(Instances series, String targets, boolean dates) throws Exception {
    forecaster(new Recorder(), series, targets, dates);
    return Recorder.SEEN.get("X");
  }

  private static Instances complete(Instances rows) {
    Instances complete = new Instances(rows);
    complete.removeIf(Instance::hasMissingValue);
    return complete;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void growthAndSeasonAreForecastBetterThanByLinearModels(boolean dates) throws Exception {
    double net = 0;
    double linear = 0;
    double support = 0;
    for (int draw = 1; draw <= 3; draw++) {
      Random random = new Random(draw);
      Instances series = months(144, t -> passengers(t, random));
      net += rmse(new NeuralNet(), series, "X", dates) / 3;
      linear += rmse(new LinearRegression(), series, "X", dates) / 3;
      support += rmse(new SMOreg(), series, "X", dates) / 3;
    }
    assertTrue(net < (dates ? 1.1 : 0.8) * Math.min(linear, support), net + " against " + linear + " and " + support);
    assertTrue(net < 20, "" + net);
  }

  @Test
  void passengersOfAirlinesAreForecast() throws Exception {
    Path file = Path.of("../shared/data/forecast/airline.arff");
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file.toAbsolutePath().normalize());
    Instances series = DataSource.read(file.toString());
    for (int seed = 1; seed <= 3; seed++) {
      assertTrue(rmse(net("-S " + seed), series, "passenger_numbers", true) < 20);
    }
  }

  /** What returns to its level must not wander off as a difference from the last values would. */
  @Test
  void aSeriesWithALevelStaysAroundIt() throws Exception {
    Random random = new Random(3);
    double[] state = new double[1];
    Instances series = months(144, t -> 50 + (state[0] = 0.7 * state[0] + random.nextGaussian()));
    NeuralNet net = built("", complete(rows(series, "X")));
    assertTrue(net.toString().contains("The lags are taken as they are"), net.toString());
    assertTrue(rmse(new NeuralNet(), series, "X", false) < 2);
  }

  /** No linear law foretells this one: x becomes 3.9 x (1 - x). */
  @Test
  void aHiddenLayerIsTakenWhereTheNextStepBends() throws Exception {
    double[] state = {0.3};
    Instances rows = complete(rows(months(220, t -> state[0] = 3.9 * state[0] * (1 - state[0])), "X", false));
    NeuralNet net = built("", new Instances(rows, 0, 180));
    String report = net.toString().replaceAll("\\s+", " ");
    assertTrue(report.contains("a small hidden layer beside the linear part"), report);
    double squares = 0;
    for (Instance row : new Instances(rows, 180, rows.size() - 180)) {
      squares += Math.pow(net.classifyInstance(row) - row.classValue(), 2) / (rows.size() - 180);
    }
    assertTrue(Math.sqrt(squares) < 0.08, "" + Math.sqrt(squares));
  }

  @Test
  void theReportSaysWhatTheRowsAreRelativeTo() throws Exception {
    String report = built("", rows(passengers(), "X")).toString().replaceAll("\\s+", " ");
    assertTrue(report.contains("The rows are relative to the mean m of their own lags: each lag and the class are "
        + "(value - m) / m"), report);
    assertTrue(report.contains("left out, as they grow with time beyond any training row: Date-remapped"), report);
    assertTrue(report.contains("layers: output alone, a linear network; by forecasts of the later rows from networks "),
        report);
    assertTrue(report.contains("up to 24 steps ahead in closed loop"), report);
    assertTrue(report.contains(" of the prediction, in units of the mean of the row's lags, by the errors"), report);
    assertFalse(report.contains("discarded"), report);
    String weights = built("-print-weights", rows(passengers(), "X")).toString();
    assertTrue(weights.contains("(Lag_X-12 - "), weights);
  }

  /** The same numbers under names that say nothing are what "none" makes of them. */
  @Test
  void withNoneRowsAreTakenAsTheyAre() throws Exception {
    Instances rows = complete(rows(passengers(), "X"));
    Instances plain = new Instances(rows);
    for (int i = 0; i < plain.numAttributes(); i++) {
      plain.renameAttribute(i, "a" + i);
    }
    assertSame(predictions(built("-effort fast", plain), plain),
        predictions(built("-effort fast -relative none", rows), rows), "none");
  }

  /** Doubled, a series is forecast to double: nothing learnt depends on its level. */
  /** Rows in any order have no later ones to decide by. */
  @Test
  void rowsThatDoNotFollowEachOtherAreAnOrdinaryTable() throws Exception {
    StringBuilder text = new StringBuilder("@attribute Lag_X-1 numeric\n@attribute Lag_X-2 numeric\n"
        + "@attribute Lag_X-3 numeric\n@attribute a numeric\n@attribute X numeric\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 60; r++) {
      double level = 10 * random.nextDouble();
      double a = random.nextDouble();
      text.append(level).append(',').append(level + 1).append(',').append(level - 1).append(',').append(a).append(',')
          .append(level + a).append('\n');
    }
    Instances data = Samples.arff(text.toString());
    String options = "-layers \"dense 4 tanh\" -epochs 5 -relative ";
    Samples.assertSame(Samples.predictions(Samples.built(options + "none", data), data),
        Samples.predictions(Samples.built(options + "auto", data), data), "auto");
  }

  @Test
  void predictionsGrowWithTheSeries() throws Exception {
    Instances rows = complete(rows(passengers(), "X"));
    NeuralNet net = built("", rows);
    for (Instance row : rows) {
      Instance twice = new DenseInstance(row);
      twice.setDataset(rows);
      for (int i = 0; i < rows.numAttributes(); i++) {
        if (rows.attribute(i).name().startsWith("Lag_X-")) {
          twice.setValue(i, 2 * row.value(i));
        }
      }
      assertEquals(2 * net.classifyInstance(row), net.classifyInstance(twice), 1e-4 * net.classifyInstance(row));
      double[] narrow = net.predictIntervals(row, 0.9)[0];
      double[] wide = net.predictIntervals(twice, 0.9)[0];
      assertEquals(2 * (narrow[1] - narrow[0]), wide[1] - wide[0], 1e-4 * wide[1]);
      double density = net.logDensity(row, row.classValue()) - net.logDensity(twice, 2 * row.classValue());
      assertEquals(Math.log(2), density, 0.01);
    }
  }

  @Test
  void severalSeriesAreForecastTogether() throws Exception {
    Instances series = passengers();
    Instances train = new Instances(series, 0, 120);
    List<List<NumericPrediction>> forecast = forecaster(new NeuralNet(), train, "X,Y", true).forecast(24, NOWHERE);
    for (int t = 0; t < 24; t++) {
      assertEquals(series.get(120 + t).value(0), forecast.get(t).get(0).predicted(),
          0.2 * series.get(120 + t).value(0));
      assertEquals(series.get(120 + t).value(1), forecast.get(t).get(1).predicted(),
          0.2 * series.get(120 + t).value(1));
    }
  }

  /** In the first rows, and where values were missing. */
  @Test
  void rowsMayLackLags() throws Exception {
    Instances series = passengers();
    for (int t : new int[] {30, 31, 77, 100}) {
      series.get(t).setMissing(0);
    }
    double gaps = rmse(new NeuralNet(), series, "X", true);
    assertTrue(gaps < 20, "" + gaps);
    Instances rows = rows(passengers(), "X");
    assertTrue(rows.get(0).hasMissingValue());
    NeuralNet net = built("", rows);
    Instance bare = new DenseInstance(rows.get(60));
    bare.setDataset(rows);
    for (int i = 0; i < rows.numAttributes(); i++) {
      if (i != rows.classIndex()) {
        bare.setMissing(i);
      }
    }
    assertEquals(rows.meanOrMode(rows.classIndex()), net.classifyInstance(bare), 100);
    assertTrue(Double.isFinite(net.classifyInstance(rows.get(0))));
  }

  @Test
  void aRowOfWeightTwoCountsAsTwo() throws Exception {
    Instances rows = complete(rows(passengers(), "X"));
    rows.forEach(row -> row.setWeight(2));
    Instances once = complete(rows(passengers(), "X"));
    assertSame(predictions(built("", once), once), predictions(built("", rows), rows), "weights");
  }

  @Test
  void aStoredModelForecastsTheSame() throws Exception {
    Instances rows = rows(passengers(), "X");
    NeuralNet net = built("", rows);
    NeuralNet read = (NeuralNet) new SerializedObject(net).getObject();
    assertSame(predictions(net, rows), predictions(read, rows), "stored");
    assertArrayEquals(net.predictIntervals(rows.get(50), 0.9)[0], read.predictIntervals(rows.get(50), 0.9)[0]);
    assertEquals(net.toString(), read.toString());
  }

  @Test
  void batchesAndSingleRowsAreTheSame() throws Exception {
    Instances rows = rows(passengers(), "X");
    NeuralNet net = built("", rows);
    double[][] batch = net.distributionsForInstances(rows);
    double[][] single = predictions(net, rows);
    for (int r = 0; r < single.length; r++) {
      assertEquals(single[r][0], batch[r][0], 1e-4 * single[r][0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-layers \"dense 4 tanh\" -epochs 20"})
  void trainingCanBeResumed(String options) throws Exception {
    Instances rows = rows(passengers(), "X");
    NeuralNet net = built(options + " -resume", rows);
    net.initializeClassifier(rows);
    net.next();
    net.done();
    double error = rows.stream().skip(12).mapToDouble(row -> {
      try {
        return Math.abs(net.classifyInstance(row) / row.classValue() - 1);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }).average().orElseThrow();
    assertTrue(error < 0.1, "" + error);
    net.setRelative("none");
    message(() -> net.initializeClassifier(rows), "relative: the model was trained with 'auto'", "got 'none'");
  }

  /** The share of the months that were not trained on. */
  @Test
  void intervalsCoverWhatTheySay() throws Exception {
    int inside = 0;
    int all = 0;
    for (int draw = 1; draw <= 8; draw++) {
      Random random = new Random(draw);
      Instances rows = complete(rows(months(200, t -> passengers(t, random)), "X"));
      NeuralNet net = built("", new Instances(rows, 0, 130));
      for (Instance row : new Instances(rows, 130, rows.size() - 130)) {
        double[] bounds = net.predictIntervals(row, 0.8)[0];
        inside += bounds[0] <= row.classValue() && row.classValue() <= bounds[1] ? 1 : 0;
        all++;
      }
    }
    assertEquals(0.8, inside / (double) all, 0.1);
  }

  /** The lags are in the order of time, so that a recurrent layer reads them as a series. */
  @Test
  void aRecurrentLayerReadsTheLags() throws Exception {
    Random random = new Random(5);
    Instances series = months(144, t -> passengers(t, random));
    double error = rmse(net("-input 12x1 -layers \"lstm 16\" -epochs 60"), series, "X", false);
    assertTrue(error < 60, "" + error);
    NeuralNet two = net("-input 12x2 -layers \"lstm 4\" -epochs 5");
    Instances train = new Instances(series, 0, 120);
    assertEquals(3, forecaster(two, train, "X,Y", false).forecast(3, NOWHERE).size());
  }

  @Test
  void whatUsersChooseIsTrainedOnRelativeRows() throws Exception {
    Instances rows = rows(passengers(), "X");
    NeuralNet net = built("-layers \"dense 8 tanh\" -epochs 30", rows);
    assertTrue(net.toString().contains("The rows are relative"), net.toString());
    assertFalse(net.toString().contains("closed loop"), net.toString());
    assertNotNull(built("-relative \"Lag_X-[1-6]\"", rows).toString());
  }

  /** What a hidden layer says of a series that is twice another is the same. */
  @Test
  void featuresAreThoseOfRelativeRows() throws Exception {
    Instances rows = complete(rows(passengers(), "X"));
    NeuralFeatures filter = new NeuralFeatures();
    filter.setNetwork(net("-layers \"dense 3 tanh\" -epochs 10"));
    filter.setInputFormat(rows);
    Instances features = Filter.useFilter(rows, filter);
    Instances twice = new Instances(rows);
    for (int i = 0; i < rows.numAttributes(); i++) {
      if (rows.attribute(i).name().startsWith("Lag_X-")) {
        for (Instance row : twice) {
          row.setValue(i, 2 * row.value(i));
        }
      }
    }
    Instances same = Filter.useFilter(twice, filter);
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < 3; i++) {
        assertEquals(features.get(r).value(i), same.get(r).value(i), 1e-5);
      }
    }
  }

  @Test
  void unfitExpressionsAreRefused() throws Exception {
    Instances rows = rows(passengers(), "X");
    message(() -> built("-relative Log_.*", rows), "relative: 'Log_.*' is not the whole name of any numeric attribute",
        "'Lag_.*'");
    message(() -> built("-relative a.*", Samples.iris()), "relative: expected 'auto' or 'none'",
        "the class is nominal");
    message(() -> built("-relative Lag_.* -loss percentage", rows), "relative", "a loss that depends on the size");
    assertFalse(built("-loss percentage -effort fast", rows).toString().contains("relative to"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 19, 20, 21})
  void fewRowsAreEnough(int n) throws Exception {
    Instances rows = complete(rows(passengers(), "X"));
    Instances few = new Instances(rows, 0, n);
    assertTrue(Double.isFinite(built("", few).classifyInstance(rows.get(40))));
  }

  @Test
  void aConstantSeriesStaysConstant() throws Exception {
    Instances rows = rows(months(60, t -> 7), "X");
    assertEquals(7, built("", rows).classifyInstance(rows.get(30)), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1e-300, -1e200})
  void extremeUnitsAreNoMatter(double unit) throws Exception {
    Random random = new Random(5);
    Instances rows = complete(rows(months(100, t -> unit * (1 + 0.1 * random.nextGaussian())), "X"));
    assertEquals(1, built("", rows).classifyInstance(rows.get(30)) / unit, 0.5);
  }
}
