package weka.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Tables of few rows with attributes of all kinds, odd names and numbers at the ends of what a double holds. */
final class RandomRows {
  private static final List<String> NAMES =
      List.of("a", "class", "", " ", "'", "\"", "it's \"q\"", "\n", "\t", "\u0000",
          "\u001b[2J", "%", "{x,y}", "?", "\\", "\u00e4\u202e\u05d0", "\ud83d\ude00", "\ud800", "x".repeat(3000), "-S",
          "a,b",
          "<html>");
  private static final double[] EXTREMES =
      {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -1e308,
          Double.MAX_VALUE, Double.MIN_VALUE, 1e-310, -0.0, 0, 1e38, 1e39, -3e38, 1e-46, 1e16, 0x1p53 + 2, 1};
  private static final double[] WEIGHTS = {0, 1e46, -1, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 0.5, 3};
  private static final int[] LABELS = {0, 1, 2, 2, 3, 3, 5, 200};
  private static final int MOST_ROWS = 40;
  private static final int MOST_ATTRIBUTES = 6;

  private final Random random;
  /** How likely odd things are. */
  private final double wild;

  private RandomRows(Random random) {
    this.random = random;
    wild = new double[] {0, 0.02, 0.3}[random.nextInt(3)];
  }

  /** A table with a class, which may be of any kind or, now and then, not there. */
  static Instances of(Random random) {
    return new RandomRows(random).table();
  }

  /** Rows to ask about: those of the table and as many of their mixtures, with missing and extreme values. */
  static Instances asked(Instances table, Random random) {
    Instances asked = new Instances(table);
    for (int i = 0; i < 5 && !table.isEmpty(); i++) {
      Instance row = (Instance) table.get(random.nextInt(table.size())).copy();
      row.setDataset(asked);
      for (int a = 0; a < row.numAttributes(); a++) {
        if (random.nextInt(3) == 0) {
          row.setMissing(a);
        } else if (table.attribute(a).isNumeric() && random.nextInt(3) == 0) {
          row.setValue(a, EXTREMES[random.nextInt(EXTREMES.length)]);
        }
      }
      asked.add(row);
    }
    return asked;
  }

  private Instances table() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    int width = random.nextInt(MOST_ATTRIBUTES + 1);
    for (int i = 0; i < width; i++) {
      attributes.add(attribute(name(i), happens() ? 2 + random.nextInt(4) : random.nextInt(2)));
    }
    int kind = happens() ? 2 + random.nextInt(4) : random.nextInt(2);
    attributes.add(attribute(name(width), kind));
    Instances table = new Instances(name(0), attributes, 0);
    if (random.nextInt(20) > 0) {
      table.setClassIndex(random.nextInt(10) > 0 ? width : random.nextInt(width + 1));
    }
    int rows = random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(MOST_ROWS + 1);
    boolean sparse = random.nextInt(6) == 0;
    double missing = new double[] {0, 0, 0.1, happens() ? 1 : 0.5}[random.nextInt(4)];
    double[] scale = random.doubles(width + 1).map(d -> Math.pow(10, wild * 20 * (d - 0.5))).toArray();
    for (int r = 0; r < rows; r++) {
      if (r > 0 && random.nextInt(10) == 0) {
        table.add(table.get(random.nextInt(r)));
        continue;
      }
      double[] values = new double[width + 1];
      for (int a = 0; a < values.length; a++) {
        values[a] = random.nextDouble() < missing ? Double.NaN : value(table.attribute(a), scale[a]);
      }
      double weight = happens() ? WEIGHTS[random.nextInt(WEIGHTS.length)] : 1;
      table.add(sparse ? new SparseInstance(weight, values) : new DenseInstance(weight, values));
    }
    return table;
  }

  private boolean happens() {
    return random.nextDouble() < wild;
  }

  private String name(int number) {
    return happens() || random.nextInt(5) == 0 ? NAMES.get(random.nextInt(NAMES.size())) + number : "a" + number;
  }

  private Attribute attribute(String name, int kind) {
    return switch (kind) {
      case 0 -> new Attribute(name);
      case 1 -> {
        int labels = LABELS[random.nextInt(LABELS.length)];
        boolean odd = happens();
        yield new Attribute(name, IntStream.range(0, labels)
            .mapToObj(i -> odd ? NAMES.get(i % NAMES.size()) + i : "v" + i).toList());
      }
      case 2 -> new Attribute(name, (List<String>) null);
      case 3 -> new Attribute(name, "yyyy-MM-dd");
      case 4 -> new Attribute(name, new Instances("inner", new ArrayList<>(List.of(new Attribute("i"))), 0));
      default -> new Attribute(name, List.of("only"));
    };
  }

  private double value(Attribute attribute, double scale) {
    return switch (attribute.type()) {
      case Attribute.NOMINAL -> attribute.numValues() == 0 ? Double.NaN : random.nextInt(attribute.numValues());
      case Attribute.STRING -> attribute.addStringValue(NAMES.get(random.nextInt(NAMES.size())));
      case Attribute.RELATIONAL -> attribute.addRelation(new Instances(attribute.relation(), 0));
      case Attribute.DATE -> happens() ? Long.MAX_VALUE : 1e12 * random.nextDouble();
      default -> happens() ? EXTREMES[random.nextInt(EXTREMES.length)] : scale * random.nextGaussian();
    };
  }
}
