package weka.bench;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NumericPrediction;
import weka.classifiers.timeseries.WekaForecaster;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * Schemes as base learners of Weka's package timeseriesForecasting: 24 steps ahead in closed loop, from lags 1 to 12.
 * Generated kinds of series ({@link ForecastData}) are drawn anew for each draw, each with a date and its month or
 * without. Per kind and scheme it prints the mean over the draws of the root mean squared error, at the end, against
 * the better of the second and third scheme on each kind, how often the first one is ahead of both, and its worst
 * ratio. Arguments: a part of the kinds' names ("" for all, or an ARFF file), draws (of a file, seeds), dates (true or
 * false), schemes (see {@link QualityScheme#parse}), rows of a file to train on, its targets, its date.
 */
public final class ForecastBench {
  static final int AHEAD = 24;
  private static final int LAGS = 12;
  private static final int TRAINED = 120;
  private static final String SCHEMES = "NeuralNet;LinearRegression;SMOreg;MultilayerPerceptron";
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private ForecastBench() {}

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    String part = args.length > 0 ? args[0] : "";
    int draws = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    boolean dates = args.length <= 2 || Boolean.parseBoolean(args[2]);
    List<QualityScheme> schemes = QualityScheme.parse(args.length > 3 ? args[3] : SCHEMES);
    if (part.endsWith(".arff")) {
      file(new File(part), draws, schemes, Integer.parseInt(args[4]), args[5], args.length > 6 ? args[6] : "");
      System.exit(0);
    }
    Map<String, double[]> means = new LinkedHashMap<>();
    for (String kind : ForecastData.names(part)) {
      double[] mean = new double[schemes.size()];
      double[] seconds = new double[schemes.size()];
      for (int draw = 1; draw <= draws; draw++) {
        Instances series = series(ForecastData.draw(kind, TRAINED + AHEAD, draw), dates);
        for (int s = 0; s < mean.length; s++) {
          long start = System.nanoTime();
          mean[s] += rmse(schemes.get(s), draw, series, TRAINED, "X", dates ? "Date" : "")[0] / draws;
          seconds[s] += (System.nanoTime() - start) / 1e9 / draws;
        }
      }
      means.put(kind, mean);
      System.out.println(line(kind, schemes, mean, seconds));
    }
    if (schemes.size() > 2) {
      System.out.println(summary(means));
    }
    System.exit(0);
  }

  private static String line(String name, List<QualityScheme> schemes, double[] rmse, double[] seconds) {
    StringBuilder line = new StringBuilder(String.format("%-26s", name));
    for (int s = 0; s < rmse.length; s++) {
      line.append(String.format("  %s %.4g (%.2f s)", schemes.get(s).name(), rmse[s], seconds[s]));
    }
    if (rmse.length > 2) {
      line.append(String.format("  ratio %.2f", rmse[0] / Math.min(rmse[1], rmse[2])));
    }
    return line.toString();
  }

  private static String summary(Map<String, double[]> means) {
    double[] ratios = means.values().stream().mapToDouble(m -> m[0] / Math.min(m[1], m[2])).toArray();
    return String.format("ahead of both on %d of %d, worst ratio %.2f, geometric mean of the ratios %.3f",
        Arrays.stream(ratios).filter(r -> r < 1).count(), ratios.length, Arrays.stream(ratios).max().orElse(Double.NaN),
        Math.exp(Arrays.stream(ratios).map(Math::log).average().orElse(Double.NaN)));
  }

  private static void file(File file, int seeds, List<QualityScheme> schemes, int trained, String targets, String date)
      throws Exception {
    Instances series = DataSource.read(file.getPath());
    for (QualityScheme scheme : schemes) {
      for (int seed = 1; seed <= seeds; seed++) {
        double[] rmse = rmse(scheme, seed, series, trained, targets, date);
        System.out.printf("%s, seed %d:", scheme.name(), seed);
        for (double e : rmse) {
          System.out.printf(" %.4g", e);
        }
        System.out.println();
        if (!(scheme.classifier() instanceof Randomizable)) {
          break;
        }
      }
    }
  }

  /** Months from 1990 on. */
  static Instances series(double[] values, boolean dates) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("X"));
    if (dates) {
      attributes.add(new Attribute("Date", "yyyy-MM-dd"));
    }
    Instances data = new Instances("series", attributes, values.length);
    LocalDate first = LocalDate.of(1990, 1, 1);
    for (int t = 0; t < values.length; t++) {
      double date = first.plusMonths(t).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
      data.add(new DenseInstance(1, dates ? new double[] {values[t], date} : new double[] {values[t]}));
    }
    return data;
  }

  /** The root mean squared error for each target. */
  private static double[] rmse(QualityScheme scheme, int seed, Instances series, int trained, String targets,
      String date) throws Exception {
    Classifier classifier = scheme.classifier();
    if (classifier instanceof Randomizable random) {
      random.setSeed(seed);
    }
    WekaForecaster forecaster = new WekaForecaster();
    forecaster.setFieldsToForecast(targets);
    forecaster.setBaseForecaster(classifier);
    forecaster.getTSLagMaker().setMinLag(1);
    forecaster.getTSLagMaker().setMaxLag(LAGS);
    if (!date.isEmpty()) {
      forecaster.getTSLagMaker().setTimeStampField(date);
      forecaster.getTSLagMaker().setAddMonthOfYear(true);
    }
    Instances train = new Instances(series, 0, trained);
    forecaster.buildForecaster(train, NOWHERE);
    forecaster.primeForecaster(train);
    List<List<NumericPrediction>> forecast = forecaster.forecast(AHEAD, NOWHERE);
    String[] names = targets.split(",");
    double[] rmse = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      double squares = 0;
      int steps = Math.min(AHEAD, series.size() - trained);
      for (int t = 0; t < steps; t++) {
        double error = series.get(trained + t).value(series.attribute(names[i].trim()))
            - forecast.get(t).get(i).predicted();
        squares += error * error / steps;
      }
      rmse[i] = Math.sqrt(squares);
    }
    return rmse;
  }
}
