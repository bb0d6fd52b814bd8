package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** What does not fit into Java's memory is refused in words, and nothing is worse for it afterwards. */
class SmallHeapTest {
  private static final List<String> TOO_LARGE = List.of(
      "network pad 4000, crop 4000, dense 2",
      "network upsample 500 mode=bilinear, avgpool 500, dense 2",
      "classifier -batch all -epochs 1 -input 8x8x1 -layers \"conv 64 3x3, batchnorm relu, conv 64 3x3 relu\"",
      "classifier -epochs 1 -layers \"dense 3000 relu, dense 3000 relu\"",
      "classifier -epochs 1 -optimizer lbfgs -layers \"dense 1000 relu, dense 1000 relu\"",
      "classifier -epochs 1 -input 8x8x1 -layers \"pad 700, conv 4 3x3, globalavgpool\"",
      "encoder -epochs 1 -code 6000 -layers \"dense 6000 relu\"",
      "encoder -epochs 1 -code 2 -layers \"dense 4\" -variational -generate 4000000",
      "clusterer -epochs 1 -N 3 -batch all -layers \"dense 6000 relu\"");

  /** In a JVM of its own: tries each of these, then something small. */
  public static final class Tries {
    private Tries() {}

    public static void main(String[] none) throws Exception {
      Instances data = data(3000, 64);
      for (String line : TOO_LARGE) {
        String kind = line.substring(0, line.indexOf(' '));
        String options = line.substring(kind.length() + 1);
        try {
          make(kind, options, data);
          System.out.println("made: " + line);
        } catch (Exception e) {
          System.out.println("refused: " + e.getMessage());
        }
      }
      make("classifier", "-epochs 1 -layers \"dense 8 relu\"", data);
      System.out.println("alive");
    }

    private static void make(String kind, String options, Instances data) throws Exception {
      Instances unlabelled = new Instances(data);
      unlabelled.setClassIndex(-1);
      unlabelled.deleteAttributeAt(data.classIndex());
      switch (kind) {
        case "network" -> new Network(Shape.of(8, 8, 1), 2, NetworkText.parse(options));
        case "classifier" -> {
          NeuralNet net = new NeuralNet();
          net.setOptions(Utils.splitOptions(options));
          net.buildClassifier(data);
        }
        case "clusterer" -> {
          NeuralClusterer clusterer = new NeuralClusterer();
          clusterer.setOptions(Utils.splitOptions(options));
          clusterer.buildClusterer(unlabelled);
        }
        default -> {
          NeuralEncoder encoder = new NeuralEncoder();
          encoder.setOptions(Utils.splitOptions(options));
          encoder.setInputFormat(unlabelled);
          Filter.useFilter(unlabelled, encoder);
        }
      }
    }

    private static Instances data(int rows, int inputs) {
      Instances data = new Instances("numbers", new java.util.ArrayList<>(), rows);
      for (int i = 0; i < inputs; i++) {
        data.insertAttributeAt(new Attribute("x" + i), i);
      }
      data.insertAttributeAt(new Attribute("class", List.of("a", "b")), inputs);
      data.setClassIndex(inputs);
      Random random = new Random(1);
      for (int r = 0; r < rows; r++) {
        double[] values = random.doubles(inputs + 1).toArray();
        values[inputs] = r % 2;
        data.add(new DenseInstance(1, values));
      }
      return data;
    }
  }

  @Test
  void whatDoesNotFitIsRefusedInWords(@TempDir Path folder) throws Exception {
    String told = SmallHeap.run(folder, 150, Tries.class);
    assertEquals(TOO_LARGE.size(), told.lines()
        .filter(l -> l.startsWith("refused: ") && l.contains("megabytes") && l.contains("-Xmx")).count(), told);
    assertTrue(told.endsWith("alive\n"), told);
  }
}
