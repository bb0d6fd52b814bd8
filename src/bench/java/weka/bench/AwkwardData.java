package weka.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Families of generated data that are awkward for a network, each drawn anew for a seed. */
final class AwkwardData {
  /** Rows to learn from, and others of the same law. */
  record Drawn(Instances train, Instances test) {}

  private interface Family {
    Drawn draw(Random random);
  }

  private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

  static {
    FAMILIES.put("sparse: one word of 20,000 decides, 400 rows", r -> words(r, 400, 20_000, 1));
    FAMILIES.put("sparse: five words of 2,000 decide, 300 rows", r -> words(r, 300, 2_000, 5));
    FAMILIES.put("sparse: two topics, 5,000 words, 300 rows", r -> topics(r, 300, 5_000));
    FAMILIES.put("sparse: two topics, 5,000 words, 1,500 rows", r -> topics(r, 1_500, 5_000));
    for (int rare : new int[] {1, 3, 20}) {
      FAMILIES.put("rare: " + rare + " of " + (3000 + rare), r -> rare(r, rare));
    }
    FAMILIES.put("tail: 210 classes, 200 with one row", AwkwardData::tail);
    FAMILIES.put("rank: difference of two nearly equal attributes", r -> difference(r, 1e-3));
    FAMILIES.put("rank: the same, thirty times larger", r -> difference(r, 0.03));
    FAMILIES.put("rank: the same, a hundred times smaller", r -> difference(r, 1e-5));
    FAMILIES.put("rank: 40 attributes of rank 8", AwkwardData::lowRank);
    FAMILIES.put("categories: 20 attributes of 2 values", r -> categories(r, 1_000, 20, 2));
    FAMILIES.put("categories: 20 attributes of 50 values", r -> categories(r, 1_000, 20, 50));
    FAMILIES.put("categories: one of 1,000 values, 3 numbers", r -> identifier(r, 4_000, 1_000));
    FAMILIES.put("categories: one of 50,000 values, 3 numbers", r -> identifier(r, 4_000, 50_000));
    FAMILIES.put("wide: 20 rows, 10 columns", r -> genes(r, 20, 10));
    FAMILIES.put("wide: 60 rows, 2,000 columns", r -> genes(r, 60, 2_000));
    FAMILIES.put("wide: 200 rows, 20,000 columns", r -> genes(r, 200, 20_000));
    FAMILIES.put("numbers: 30 rows of a linear law", r -> linear(r, 30, 5));
    FAMILIES.put("numbers: 60 rows of a linear law, 200 columns", r -> linear(r, 60, 200));
  }

  private AwkwardData() {}

  /** The names of all families whose name contains a text. */
  static List<String> names(String part) {
    return FAMILIES.keySet().stream().filter(n -> n.contains(part)).toList();
  }

  static Drawn draw(String family, int seed) {
    return FAMILIES.get(family).draw(new Random(seed));
  }

  private static Instances header(String name, List<Attribute> inputs, Attribute classAttribute) {
    ArrayList<Attribute> all = new ArrayList<>(inputs);
    all.add(classAttribute);
    Instances data = new Instances(name, all, 0);
    data.setClassIndex(all.size() - 1);
    return data;
  }

  private static List<Attribute> numbers(int columns) {
    List<Attribute> result = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      result.add(new Attribute("x" + i));
    }
    return result;
  }

  private static Attribute classes(int count) {
    return nominal("class", count);
  }

  private static Attribute nominal(String name, int count) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add("v" + i);
    }
    return new Attribute(name, labels);
  }

  private static Drawn halves(Instances all, int train) {
    return new Drawn(new Instances(all, 0, train), new Instances(all, train, all.numInstances() - train));
  }

  private static void add(Instances data, double... values) {
    data.add(new DenseInstance(1, values));
  }

  /** A word of a Zipf law of exponent 1. */
  private static int zipf(Random r, int words) {
    return (int) Math.min(words - 1, Math.exp(r.nextDouble() * Math.log(words)) - 1);
  }

  private static Instance bag(Instances data, Map<Integer, Double> counts, int label) {
    if (label > 0) {
      counts.put(data.classIndex(), (double) label);
    }
    int[] at = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] values = counts.values().stream().mapToDouble(Double::doubleValue).toArray();
    Instance row = new SparseInstance(1, values, at, data.numAttributes());
    row.setDataset(data);
    return row;
  }

  /** Counts of words; the class is whether most of the first few words are there, each in every second row. */
  private static Drawn words(Random r, int rows, int words, int deciding) {
    Instances data = header("words", numbers(words), classes(2));
    for (int i = 0; i < rows + 1000; i++) {
      Map<Integer, Double> counts = new TreeMap<>();
      for (int k = 0; k < 30; k++) {
        counts.merge(deciding + zipf(r, words - deciding), 1.0, Double::sum);
      }
      int there = 0;
      for (int k = 0; k < deciding; k++) {
        if (r.nextBoolean()) {
          counts.put(k, 1.0 + r.nextInt(3));
          there++;
        }
      }
      data.add(bag(data, counts, 2 * there > deciding ? 1 : 0));
    }
    return halves(data, rows);
  }

  /** Texts of a hundred words: a tenth of the vocabulary is three times as frequent in one of the two topics. */
  private static Drawn topics(Random r, int rows, int words) {
    int[] side = new int[words];
    for (int i = 0; i < words; i++) {
      side[i] = r.nextInt(20) - 18;
    }
    Instances data = header("topics", numbers(words), classes(2));
    for (int i = 0; i < rows + 1000; i++) {
      int topic = r.nextInt(2);
      Map<Integer, Double> counts = new TreeMap<>();
      while (counts.size() < 60) {
        int word = zipf(r, words);
        if (side[word] < 0 || side[word] == topic || r.nextInt(3) == 0) {
          counts.merge(word, 1.0, Double::sum);
        }
      }
      data.add(bag(data, counts, topic));
    }
    return halves(data, rows);
  }

  /** Two overlapping clouds; the second class has few rows to learn from, and every second row of the test. */
  private static Drawn rare(Random r, int rows) {
    Instances train = header("rare", numbers(4), classes(2));
    Instances test = new Instances(train, 0);
    for (int i = 0; i < 3000 + rows; i++) {
      cloud(r, train, i < 3000 ? 0 : 1);
    }
    for (int i = 0; i < 1000; i++) {
      cloud(r, test, i % 2);
    }
    train.randomize(r);
    return new Drawn(train, test);
  }

  private static void cloud(Random r, Instances data, int label) {
    double shift = 2.0 * label;
    add(data, r.nextGaussian() + shift, r.nextGaussian() + shift, r.nextGaussian(), r.nextGaussian(), label);
  }

  private static Drawn tail(Random r) {
    Instances train = header("tail", numbers(8), classes(210));
    Instances test = new Instances(train, 0);
    for (int c = 0; c < 210; c++) {
      double[] centre = r.doubles(8).map(x -> 10 * x).toArray();
      for (int i = 0; i < (c < 10 ? 20 : 1) + 2; i++) {
        double[] row = new double[9];
        for (int k = 0; k < 8; k++) {
          row[k] = centre[k] + 0.5 * r.nextGaussian();
        }
        row[8] = c;
        add(i < 2 ? test : train, row);
      }
    }
    train.randomize(r);
    return new Drawn(train, test);
  }

  /** Two attributes that differ little, among others; the class is which of them is larger. */
  private static Drawn difference(Random r, double scale) {
    Instances data = header("difference", numbers(6), classes(2));
    for (int i = 0; i < 1500; i++) {
      double a = r.nextGaussian();
      double d = scale * r.nextGaussian();
      add(data, a, r.nextGaussian(), a + d, r.nextGaussian(), r.nextGaussian(), r.nextGaussian(), d > 0 ? 1 : 0);
    }
    return halves(data, 500);
  }

  private static Drawn lowRank(Random r) {
    double[][] mix = new double[40][];
    for (int k = 0; k < 40; k++) {
      mix[k] = r.doubles(8).map(x -> x - 0.5).toArray();
    }
    double[] law = r.doubles(8).map(x -> x - 0.5).toArray();
    Instances data = header("rank", numbers(40), classes(2));
    for (int i = 0; i < 1300; i++) {
      double[] row = new double[41];
      double score = 0.1 * r.nextGaussian();
      for (int j = 0; j < 8; j++) {
        double factor = Math.pow(0.5, j) * r.nextGaussian();
        score += law[j] * factor / Math.pow(0.5, j);
        for (int k = 0; k < 40; k++) {
          row[k] += mix[k][j] * factor;
        }
      }
      row[40] = score > 0 ? 1 : 0;
      add(data, row);
    }
    return halves(data, 300);
  }

  /** Each value of every fourth attribute adds its own number to the score. */
  private static Drawn categories(Random r, int rows, int columns, int values) {
    List<Attribute> inputs = new ArrayList<>();
    double[][] effect = new double[columns][];
    for (int k = 0; k < columns; k++) {
      inputs.add(nominal("n" + k, values));
      effect[k] = k % 4 == 0 ? r.doubles(values).map(x -> x - 0.5).toArray() : new double[values];
    }
    Instances data = header("categories", inputs, classes(2));
    for (int i = 0; i < rows + 1000; i++) {
      double[] row = new double[columns + 1];
      double score = 0.1 * r.nextGaussian();
      for (int k = 0; k < columns; k++) {
        row[k] = r.nextInt(values);
        score += effect[k][(int) row[k]];
      }
      row[columns] = score > 0 ? 1 : 0;
      add(data, row);
    }
    return halves(data, rows);
  }

  /** A value of many adds its own number to the score, beside three numbers. */
  private static Drawn identifier(Random r, int rows, int values) {
    List<Attribute> inputs = numbers(3);
    inputs.add(nominal("id", values));
    double[] effect = r.doubles(values).map(x -> 2 * x - 1).toArray();
    Instances data = header("identifier", inputs, classes(2));
    for (int i = 0; i < rows + 1000; i++) {
      double[] x = {r.nextGaussian(), r.nextGaussian(), r.nextGaussian()};
      int id = r.nextInt(values);
      double score = x[0] - 0.5 * x[1] + effect[id] + 0.2 * r.nextGaussian();
      add(data, x[0], x[1], x[2], id, score > 0 ? 1 : 0);
    }
    return halves(data, rows);
  }

  /** A tenth of the columns differ between the classes, by less the more columns there are; columns are correlated. */
  private static Drawn genes(Random r, int rows, int columns) {
    Instances data = header("genes", numbers(columns), classes(2));
    int informative = Math.max(2, columns / 10);
    double shift = 3 / Math.sqrt(informative);
    double[][] loading = new double[columns][];
    for (int k = 0; k < columns; k++) {
      loading[k] = new double[] {r.nextGaussian(), r.nextGaussian(), r.nextGaussian()};
    }
    int test = columns > 5000 ? 300 : 1000;
    for (int i = 0; i < rows + test; i++) {
      int label = i % 2;
      double[] factors = {r.nextGaussian(), r.nextGaussian(), r.nextGaussian()};
      double[] row = new double[columns + 1];
      for (int k = 0; k < columns; k++) {
        row[k] = r.nextGaussian() + (k < informative ? (2 * label - 1) * shift / 2 : 0);
        for (int f = 0; f < 3; f++) {
          row[k] += 0.5 * loading[k][f] * factors[f];
        }
      }
      row[columns] = label;
      add(data, row);
    }
    return halves(data, rows);
  }

  private static Drawn linear(Random r, int rows, int columns) {
    Instances data = header("linear", numbers(columns), new Attribute("y"));
    double[] law = new double[columns];
    for (int k = 0; k < Math.min(columns, 10); k++) {
      law[k] = r.nextGaussian();
    }
    for (int i = 0; i < rows + 1000; i++) {
      double[] row = new double[columns + 1];
      for (int k = 0; k < columns; k++) {
        row[k] = r.nextGaussian();
        row[columns] += law[k] * row[k];
      }
      row[columns] += 0.3 * r.nextGaussian();
      add(data, row);
    }
    return halves(data, rows);
  }
}
