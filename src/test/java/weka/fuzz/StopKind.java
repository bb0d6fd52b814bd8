package weka.fuzz;

import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Work that takes for ever, and the same in brief. */
enum StopKind {
  BATCHES("-epochs 1000000 -validation 0 -patience 0"), //
  ONE_BY_ONE("-epochs 1000000 -validation 20 -patience 0 -batch 1 -layers \"dense 8 tanh\""), //
  ALL_ROWS("-epochs 1000000 -batch all -layers \"dense 200 relu, batchnorm, dense 200 relu\""), //
  LBFGS("-epochs 1000000 -layers \"dense 200 tanh, dense 100 tanh\" -optimizer \"lbfgs gradient=0 decrease=0\""), //
  MEMBERS("-epochs 100000 -members 500 -layers \"dense 8 relu\""), //
  INTERVALS("-epochs 20000 -layers \"dense 8 relu\" -intervals 50"), //
  STARTS("-epochs 100000 -layers \"dense 2 tanh\" -batch 1"), //
  CLUSTERER("-N 3 -epochs 1000000 -layers \"dense 8 relu\" -code 2"), //
  CLUSTERER_RUNS("-N 2-40 -layers none -starts 1000000"), //
  CLUSTERER_REFINED("-N 3 -epochs 1 -refine 1000000 -runs 500 -layers \"dense 50 relu\" -code 2"), //
  ENCODER("-epochs 1000000 -layers \"dense 16 relu\" -code 2"), //
  ENCODER_VARIATIONAL("-epochs 1000000 -variational -noise \"mask 0.2\""), //
  FEATURES("-W \"weka.classifiers.functions.NeuralNet -epochs 1000000 -validation 0 -patience 0\"");

  private final String options;

  /** A scheme that can be used again. */
  interface Subject {
    void endless() throws Exception;

    /** Whether no model is there. */
    boolean isEmpty();

    /** What a brief training comes to. */
    String brief() throws Exception;
  }

  StopKind(String options) {
    this.options = options;
  }

  Subject make() throws Exception {
    Instances rows = Samples.mixed(600, 1, this != INTERVALS);
    if (name().startsWith("CLUSTERER")) {
      return new Clustered(options, SmallSchemes.withoutClass(rows));
    }
    return name().startsWith("ENCODER") ? new Filtered(new NeuralEncoder(), options, "-epochs 1 -code 2", rows)
        : this == FEATURES ? new Filtered(new NeuralFeatures(), options,
            "-W \"weka.classifiers.functions.NeuralNet -epochs 1 -layers 'dense 3'\"".replace("'", "\\\""), rows)
        : new Classified(options, rows);
  }

  private static void set(OptionHandler scheme, String options) throws Exception {
    scheme.setOptions(Utils.splitOptions(options));
  }

  private record Classified(NeuralNet net, String options, Instances rows) implements Subject {
    Classified(String options, Instances rows) {
      this(new NeuralNet(), options, rows);
    }

    @Override
    public void endless() throws Exception {
      set(net, options);
      net.buildClassifier(rows);
    }

    @Override
    public boolean isEmpty() {
      return net.toString().equals("NeuralNet: no model built yet");
    }

    @Override
    public String brief() throws Exception {
      set(net, "-epochs 2 -layers \"dense 4 relu\"");
      net.buildClassifier(rows);
      return Arrays.deepToString(Samples.predictions(net, rows));
    }
  }

  private record Clustered(NeuralClusterer clusterer, String options, Instances rows) implements Subject {
    Clustered(String options, Instances rows) {
      this(new NeuralClusterer(), options, rows);
    }

    @Override
    public void endless() throws Exception {
      set(clusterer, options);
      clusterer.buildClusterer(rows);
    }

    @Override
    public boolean isEmpty() {
      return clusterer.toString().equals("NeuralClusterer: no clusterer built yet");
    }

    @Override
    public String brief() throws Exception {
      set(clusterer, "-N 3 -epochs 1 -layers \"dense 4 relu\" -code 2 -refine 1 -starts 1");
      clusterer.buildClusterer(rows);
      return Arrays.deepToString(clusterer.distributionsForInstances(rows));
    }
  }

  private record Filtered(Filter filter, String options, String few, Instances rows) implements Subject {
    @Override
    public void endless() throws Exception {
      set(filter, options);
      filter.setInputFormat(rows);
      Filter.useFilter(rows, filter);
    }

    @Override
    public boolean isEmpty() {
      // Weka may notice the interrupt before it has touched the filter: then that is as it was.
      return filter instanceof NeuralFeatures || filter.isFirstBatchDone()
          || filter.toString().contains("no model built yet");
    }

    @Override
    public String brief() throws Exception {
      set(filter, few);
      filter.setInputFormat(rows);
      List<double[]> numbers = Filter.useFilter(rows, filter).stream().map(Instance::toDoubleArray).toList();
      return Arrays.deepToString(numbers.toArray());
    }
  }
}
