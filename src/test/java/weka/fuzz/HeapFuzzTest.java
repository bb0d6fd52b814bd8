package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.SmallHeap;
import weka.datagenerators.DataGenerator;
import weka.datagenerators.classifiers.classification.Moons;
import weka.datagenerators.classifiers.classification.Shapes;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** What does not fit into Java's memory, whatever its size, is refused in words, and small things still work after. */
class HeapFuzzTest {
  private static final int CASES = Fuzz.isLong() ? 20 : 5;

  @TempDir
  Path folder;

  @Test
  void anySizeFitsOrIsRefusedInWords() {
    int[] refused = {0};
    Fuzz.run("sizes in small heaps, " + CASES + " each", 1, random -> {
      String told = SmallHeap.run(folder, 40 + random.nextInt(80), Cases.class, "" + random.nextLong(), "" + CASES);
      assertTrue(told.endsWith("alive\n"), told);
      assertEquals(CASES, told.lines().filter(l -> l.startsWith("made ") || l.startsWith("refused ")).count(), told);
      refused[0] += (int) told.lines().filter(l -> l.startsWith("refused ")).count();
    });
    System.out.println(refused[0] + " sizes refused");
    assertTrue(refused[0] > 0);
  }

  /** In the small heap: a line for each case, and in the end whether a small network can still be trained. */
  public static final class Cases {
    private Cases() {}

    public static void main(String[] arguments) throws Exception {
      Random random = new Random(Long.parseLong(arguments[0]));
      for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
        Size size = Size.of(random);
        try {
          size.make();
          System.out.println("made " + size);
        } catch (Exception | Error e) {
          try {
            Refusal.require(e);
            System.out.println("refused " + size + ": " + e.getMessage());
          } catch (AssertionError fault) {
            System.out.println("FAULT " + size);
            fault.printStackTrace(System.out);
          }
        }
      }
      new Size("net", "-epochs 1 -layers \"dense 8 relu\"", 100, 8).make();
      System.out.println("alive");
    }
  }

  /** Something that may be too large. */
  private record Size(String kind, String options, int rows, int width) {
    static Size of(Random random) {
      String kind = List.of("net", "net", "net", "encoder", "clusterer", "moons", "shapes").get(random.nextInt(7));
      boolean image = random.nextInt(3) == 0;
      String batch = random.nextBoolean() ? " -batch all" : "";
      int side = 1 + random.nextInt(16);
      String options = switch (kind) {
        case "moons" -> "-n " + upTo(random, 7.5);
        case "shapes" -> "-n " + upTo(random, 4) + " -size " + (8 + random.nextInt(505)) + " -channels 3";
        case "net" -> "-epochs 1" + batch + layers(random, image, side) + (random.nextInt(4) == 0 && !image
            ? " -optimizer lbfgs" : "") + (random.nextInt(4) == 0 ? " -members 3" : "")
            + (random.nextInt(4) == 0 ? " -resume" : "");
        default -> "-epochs 1" + batch + layers(random, image, side) + " -code " + upTo(random, 3)
            + (kind.equals("encoder") && random.nextInt(4) == 0 ? " -variational -generate " + upTo(random, 8) : "")
            + (kind.equals("clusterer") ? " -refine 1 -starts 1 -N " + (1 + upTo(random, 2)) : "");
      };
      return new Size(kind, options, 4 + upTo(random, 3.2), image ? side * side : upTo(random, 2.5));
    }

    private static String layers(Random random, boolean image, int side) {
      String first = image ? List.of("conv " + upTo(random, 2.5) + " 3x3 relu", "pad " + upTo(random, 3.5)
          + ", conv 2 3x3, globalavgpool", "upsample " + upTo(random, 2.7) + ", maxpool 2").get(random.nextInt(3))
          + ", "
          : "";
      return (image ? " -input " + side + "x" + side + "x1" : "") + " -layers \"" + first + "dense "
          + upTo(random, 3.6) + " relu, dense " + upTo(random, 3) + "\"";
    }

    private static int upTo(Random random, double digits) {
      return (int) Math.pow(10, digits * random.nextDouble());
    }

    void make() throws Exception {
      switch (kind) {
        case "net" -> {
          NeuralNet net = new NeuralNet();
          net.setOptions(Utils.splitOptions(options));
          Instances data = data();
          net.buildClassifier(data);
          net.distributionsForInstances(data);
        }
        case "clusterer" -> {
          NeuralClusterer clusterer = new NeuralClusterer();
          clusterer.setOptions(Utils.splitOptions(options));
          clusterer.buildClusterer(SmallSchemes.withoutClass(data()));
        }
        case "encoder" -> {
          NeuralEncoder encoder = new NeuralEncoder();
          encoder.setOptions(Utils.splitOptions(options));
          Instances data = data();
          encoder.setInputFormat(data);
          Filter.useFilter(data, encoder);
        }
        default -> {
          DataGenerator generator = kind.equals("moons") ? new Moons() : new Shapes();
          generator.setOptions(Utils.splitOptions(options));
          generator.defineDataFormat();
          generator.generateExamples();
        }
      }
    }

    private Instances data() {
      ArrayList<Attribute> attributes = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        attributes.add(new Attribute("x" + i));
      }
      attributes.add(new Attribute("class", List.of("a", "b")));
      Instances data = new Instances("numbers", attributes, rows);
      data.setClassIndex(width);
      Random random = new Random(1);
      for (int r = 0; r < rows; r++) {
        double[] values = random.doubles(width + 1).toArray();
        values[width] = r % 2;
        data.add(new DenseInstance(1, values));
      }
      return data;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s of %d rows of %d, %s", kind, rows, width, options);
    }
  }
}
