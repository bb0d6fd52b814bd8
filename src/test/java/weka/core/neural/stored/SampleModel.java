package weka.core.neural.stored;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** A small trained scheme of each kind, and what it says about five rows that it was not trained on. */
enum SampleModel {
  /** Classes, two networks, and a header for a training that may go on. */
  CLASSES,
  /** A number, with intervals. */
  NUMBER, WITHOUT_INPUTS, CLUSTERER, ENCODER, FEATURES;

  private static final int ROWS = 60;

  String file() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".model";
  }

  Object trained(int width) throws Exception {
    String layers = "-layers \"dense " + width + " relu\" ";
    return switch (this) {
      case CLASSES -> net(layers + "-epochs 8 -members 2 -resume -S 3 -bins 0 -threads 1", rows(true));
      case NUMBER -> net(layers + "-epochs 8 -members 1 -intervals 2 -bins 4 -threads 1", rows(false));
      case WITHOUT_INPUTS -> net("", flat(rows(false)));
      case CLUSTERER -> {
        NeuralClusterer clusterer = new NeuralClusterer();
        clusterer.setOptions(Utils.splitOptions("-N 3 " + layers + "-code 2 -epochs 8 -refine 3 -S 4 -threads 1"));
        clusterer.buildClusterer(withoutClass(rows(true)));
        yield clusterer;
      }
      case ENCODER -> {
        NeuralEncoder encoder = new NeuralEncoder();
        encoder.setOptions(Utils.splitOptions(layers + "-code 2 -epochs 8 -output filled,code,error -threads 1"));
        yield filter(encoder);
      }
      case FEATURES -> {
        NeuralFeatures features = new NeuralFeatures();
        NeuralNet network = new NeuralNet();
        network.setOptions(Utils.splitOptions("-layers \"dense " + width + " relu as f\" -epochs 8 -threads 1"));
        features.setNetwork(network);
        features.setLayer("f");
        yield filter(features);
      }
    };
  }

  private static NeuralNet net(String options, Instances rows) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options));
    net.buildClassifier(rows);
    return net;
  }

  private static Filter filter(Filter filter) throws Exception {
    Instances rows = rows(true);
    filter.setInputFormat(rows);
    Filter.useFilter(rows, filter);
    return filter;
  }

  /** Predictions, intervals, memberships or attributes of five rows. */
  double[][] answers(Object scheme) throws Exception {
    Instances fresh = new Instances(Samples.mixed(70, 1, this != NUMBER && this != WITHOUT_INPUTS), ROWS, 5);
    return switch (this) {
      case CLASSES, WITHOUT_INPUTS -> ((NeuralNet) scheme).distributionsForInstances(fresh);
      case NUMBER -> numbers((NeuralNet) scheme, fresh);
      case CLUSTERER -> ((NeuralClusterer) scheme).distributionsForInstances(withoutClass(fresh));
      case ENCODER, FEATURES -> values(Filter.useFilter(fresh, (Filter) scheme));
    };
  }

  private static double[][] numbers(NeuralNet net, Instances rows) throws Exception {
    double[][] numbers = new double[rows.size()][];
    for (int r = 0; r < numbers.length; r++) {
      double[] interval = net.predictIntervals(rows.get(r), 0.9)[0];
      numbers[r] = new double[] {net.classifyInstance(rows.get(r)), interval[0], interval[1]};
    }
    return numbers;
  }

  private static double[][] values(Instances rows) {
    return rows.stream().map(r -> r.toDoubleArray()).toArray(double[][]::new);
  }

  private static Instances rows(boolean nominal) throws Exception {
    return Samples.mixed(ROWS, 1, nominal);
  }

  private static Instances flat(Instances rows) {
    rows.forEach(r -> {
      for (int i = 0; i < rows.classIndex(); i++) {
        r.setValue(i, 0);
      }
    });
    return rows;
  }

  private static Instances withoutClass(Instances rows) {
    int index = rows.classIndex();
    rows.setClassIndex(-1);
    rows.deleteAttributeAt(index);
    return rows;
  }

  static byte[] bytes(Object scheme) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, scheme);
    return bytes.toByteArray();
  }

  static Object read(byte[] bytes) throws Exception {
    return SerializationHelper.read(new ByteArrayInputStream(bytes));
  }
}
