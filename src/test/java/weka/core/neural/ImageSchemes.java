package weka.core.neural;

import java.util.Arrays;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Schemes that read image files, each trained on rows with a class and asked about others, in one way. */
public final class ImageSchemes {
  public enum Kind {
    NET, CLUSTERER, ENCODER, FEATURES;

    ImageSchemes train(String options, Instances data) throws Exception {
      OptionHandler scheme = scheme(options);
      if (scheme instanceof NeuralNet net) {
        net.buildClassifier(data);
      } else if (scheme instanceof NeuralClusterer clusterer) {
        clusterer.buildClusterer(withoutClass(data));
      } else {
        Filter filter = (Filter) scheme;
        filter.setInputFormat(data);
        Filter.useFilter(data, filter);
      }
      return new ImageSchemes(scheme);
    }

    ImageSchemes trainOnNumbers(String options) throws Exception {
      return train(options, Samples.fourNumbers(30));
    }

    private OptionHandler scheme(String options) throws Exception {
      if (this == FEATURES) {
        NeuralFeatures features = new NeuralFeatures();
        features.setNetwork(Samples.net("-layers \"dense 3 tanh\" -epochs 1 " + options));
        return features;
      }
      OptionHandler scheme = this == NET ? new NeuralNet() : this == CLUSTERER ? new NeuralClusterer()
          : new NeuralEncoder();
      scheme.setOptions(Utils.splitOptions(options + (this == NET ? "-layers output -epochs 1"
          : this == CLUSTERER ? "-layers none" : "-layers none -code 2 -epochs 1")));
      return scheme;
    }
  }

  private final OptionHandler scheme;

  public ImageSchemes(OptionHandler scheme) {
    this.scheme = scheme;
  }

  OptionHandler scheme() {
    return scheme;
  }

  /** As it is after storing. */
  ImageSchemes copy() throws Exception {
    return new ImageSchemes((OptionHandler) new SerializedObject(scheme).getObject());
  }

  public double[][] predict(Instances data) throws Exception {
    if (scheme instanceof NeuralNet net) {
      return net.distributionsForInstances(data);
    } else if (scheme instanceof NeuralClusterer clusterer) {
      return clusterer.distributionsForInstances(withoutClass(data));
    }
    Instances out = Filter.useFilter(data, (Filter) scheme);
    double[][] result = new double[out.numInstances()][];
    Arrays.setAll(result, r -> out.instance(r).toDoubleArray());
    return result;
  }

  private static Instances withoutClass(Instances data) {
    Instances copy = new Instances(data);
    copy.setClassIndex(-1);
    copy.deleteAttributeAt(copy.numAttributes() - 1);
    return copy;
  }
}
