package weka.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Schemes with small networks and few epochs, and options that change what they do. */
final class SmallSchemes {
  private static final List<String> LAYERS = List.of("dense 3 relu", "dense 3 tanh, dense 2 relu", "dense 2 sigmoid",
      "dense 4 relu, batchnorm", "dense 3 relu, dropout 0.3", "dense 3 swish, layernorm", "dense 2 maxout 2");
  private static final List<String> NET = List.of("-layers output", "-layers auto", "-optimizer lbfgs",
      "-optimizer sgd", "-optimizer adamw -batch all", "-batch 1", "-bins 3", "-bins 0", "-members 2", "-intervals 2",
      "-intervals none", "-validation 30 -patience 1", "-validation 90", "-scaling none", "-scaling range",
      "-loss squared",
      "-loss hinge", "-loss absolute", "-loss huber", "-loss percentage", "-layers \"dense 2 relu, output sigmoid\"",
      "-class-weights balanced", "-resume", "-trace 2", "-print-weights", "-shards 3", "-decay 0.1", "-l1 0.1",
      "-clip 0.5", "-effort fast", "-threads 2", "-num-decimal-places 0", "-rate 1000", "-images none", "-input 2x1x1",
      "-schedule \"step 1 0.5\"", "-do-not-check-capabilities", "-keep-order", "-batch-size 1", "-S -5");
  private static final List<String> ENCODER = List.of("-layers none", "-layers auto", "-code 1", "-decoder none",
      "-output reconstruction", "-output filled", "-output error", "-output code,error,original",
      "-output filled,reconstruction", "-noise \"gaussian 0.3\"", "-noise \"mask 0.2\"", "-noise \"salt 0.1\"",
      "-sparse 0.05",
      "-contractive 0.1", "-variational", "-variational -generate 3", "-tied", "-activity-l1 0.1", "-scaling none",
      "-scaling range", "-batch all", "-threads 2", "-images none", "-rate 100", "-S 9");
  private static final List<String> CLUSTERER = List.of("-layers none", "-layers auto", "-code 1", "-N 1", "-N 5",
      "-N 50", "-N 2-4", "-N auto", "-refine 0", "-refine 2", "-refine-from 4", "-refine-weight 1", "-runs 2",
      "-starts 1", "-noise \"mask 0.2\"", "-scaling none", "-scaling standardise", "-batch all", "-threads 2",
      "-images none", "-decoder none", "-rate 100", "-S 7");

  private SmallSchemes() {}

  static NeuralNet net(Random random) throws Exception {
    return with(new NeuralNet(), "-epochs 2 " + layers(random), NET, random);
  }

  static NeuralEncoder encoder(Random random) throws Exception {
    return with(new NeuralEncoder(), "-epochs 2 -code 2 " + layers(random), ENCODER, random);
  }

  static NeuralClusterer clusterer(Random random) throws Exception {
    return with(new NeuralClusterer(), "-epochs 2 -code 2 -starts 2 -refine 1 " + layers(random), CLUSTERER, random);
  }

  static NeuralFeatures features(Random random) throws Exception {
    NeuralFeatures features = new NeuralFeatures();
    features.setNetwork(net(random));
    return features;
  }

  private static String layers(Random random) {
    return random.nextBoolean() ? "" : "-layers \"" + LAYERS.get(random.nextInt(LAYERS.size())) + "\"";
  }

  /** Options of a list, each of which takes the place of one before that has the same name. */
  private static <T extends OptionHandler> T with(T scheme, String first, List<String> list, Random random)
      throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    put(options, first);
    for (int n = random.nextInt(4); n > 0; n--) {
      put(options, list.get(random.nextInt(list.size())));
    }
    scheme.setOptions(options.entrySet().stream()
        .flatMap(o -> Stream.of(o.getKey(), o.getValue())).filter(w -> !w.isEmpty())
        .toArray(String[]::new));
    return scheme;
  }

  private static void put(Map<String, String> options, String line) throws Exception {
    String[] words = Utils.splitOptions(line);
    for (int i = 0; i < words.length; i++) {
      boolean flag = i + 1 == words.length || words[i + 1].matches("-[a-z].*");
      options.put(words[i], flag ? "" : words[i + 1]);
      i += flag ? 0 : 1;
    }
  }

  /** A copy of rows without their class. */
  static Instances withoutClass(Instances rows) {
    Instances inputs = new Instances(rows);
    int index = inputs.classIndex();
    inputs.setClassIndex(-1);
    if (index >= 0) {
      inputs.deleteAttributeAt(index);
    }
    return inputs;
  }
}
