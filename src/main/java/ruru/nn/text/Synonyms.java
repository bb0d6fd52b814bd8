package ruru.nn.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ruru.nn.Optimizer;

/** What other libraries, and papers, call the members of the catalogs. */
final class Synonyms {
  static final String RATE = "the learning rate is not set here but as an option of its own, 'rate'";

  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, String> MISSING = new HashMap<>();

  static {
    names("layer", "dense", "linearlayer fc fullyconnected affine hidden units neurons nodes perceptron");
    names("layer", "conv", "conv2d convolution convolution2d convolutional");
    names("layer", "conv1d", "convolution1d");
    names("layer", "deconv", "conv2dtranspose convtranspose convtranspose2d convtranspose1d conv1dtranspose "
        + "transposedconv upconv");
    names("layer", "maxpool", "maxpool2d maxpool1d maxpooling maxpooling2d maxpooling1d pool pooling pool2d");
    names("layer", "avgpool", "avgpool2d avgpool1d averagepool averagepooling averagepooling2d averagepooling1d "
        + "meanpool");
    names("layer", "globalavgpool", "globalaveragepooling globalaveragepooling2d globalaveragepooling1d "
        + "globalaveragepool globalavgpool2d gap adaptiveavgpool adaptiveavgpool2d");
    names("layer", "globalmaxpool", "globalmaxpooling globalmaxpooling2d globalmaxpooling1d globalmaxpool2d "
        + "adaptivemaxpool2d");
    names("layer", "embedding", "embed wordembedding wordembeddings tokenembedding embeddinglayer lookuptable");
    names("layer", "lstm", "lstmcell longshorttermmemory");
    names("layer", "gru", "grucell gatedrecurrentunit");
    names("layer", "rnn", "simplernn simplernncell rnncell elman recurrent");
    names("layer", "attention", "multiheadattention selfattention mha");
    names("layer", "positions", "positionalencoding positionencoding posenc");
    names("layer", "batchnorm", "batchnormalization batchnormalisation batchnorm1d batchnorm2d bn");
    names("layer", "layernorm", "layernormalization layernormalisation ln");
    names("layer", "dropout", "drop alphadropout");
    names("layer", "mapdropout", "spatialdropout spatialdropout2d spatialdropout1d dropout2d dropout1d");
    names("layer", "noise", "gaussiannoise");
    names("layer", "upsample", "upsampling upsampling2d upsampling1d resize interpolate");
    names("layer", "pad", "zeropad zeropad2d zeropadding zeropadding2d zeropadding1d padding");
    names("layer", "crop", "cropping cropping2d cropping1d");
    names("layer", "leakyrelu", "lrelu");
    names("layer", "swish", "silu");
    names("layer", "sigmoid", "logistic logsig");
    names("layer", "tanh", "hyperbolictangent tansig");
    names("layer", "relu", "rectifier relu6 rectifiedlinear");
    names("layer", "clip", "clamp clipped");
    names("layer", "gauss", "gaussian rbf bell");
    names("layer", "sin", "sine siren");
    names("layer", "cos", "cosine");
    names("layer", "square", "quadratic squared pow2");
    names("layer", "hardsigmoid", "hardsig");
    names("layer", "linear", "identity purelin none");
    names("layer", "step", "heaviside hardlim threshold");
    names("layer", "concat", "concatenate cat merge");
    names("layer", "add", "residual skip shortcut sum");
    names("layer", "reshape", "view unflatten");
    names("loss", "crossentropy", "categoricalcrossentropy sparsecategoricalcrossentropy "
        + "crossentropyloss logloss log nll nllloss ce cce softmax logistic entropy deviance");
    names("loss", "binarycrossentropy", "bce bceloss bcewithlogits bcewithlogitsloss sigmoid sigmoidcrossentropy");
    names("loss", "squared", "mse meansquarederror mseloss squarederror l2 l2loss rmse quadratic leastsquares sse "
        + "gaussian");
    names("loss", "absolute", "mae meanabsoluteerror l1 l1loss absoluteerror mad laplace");
    names("loss", "percentage", "mape meanabsolutepercentageerror relative");
    names("loss", "huber", "smoothl1 smoothl1loss huberloss");
    names("loss", "hinge", "svm categoricalhinge multimarginloss hingeloss margin");
    names("optimizer", "sgd", "gd gradientdescent stochasticgradientdescent backprop backpropagation");
    names("optimizer", "rmsprop", "rms");
    names("optimizer", "lbfgs", "bfgs quasinewton");
    names("optimizer", "nesterov", "nag");
    names("optimizer", "adam", "adamax adamoptimizer amsgrad");
    names("schedule", "constant", "none fixed");
    names("schedule", "cosine", "cosineannealing cosineannealinglr cosinedecay");
    names("schedule", "step", "steplr stepdecay multistep multisteplr piecewise piecewiseconstant");
    names("schedule", "exponential", "exponentiallr exponentialdecay exp decay");
    names("schedule", "onecycle", "onecyclelr 1cycle cycle cyclic superconvergence");
    names("schedule", "plateau", "reducelronplateau reduceonplateau");
    names("initialiser", "henormal", "he kaiming kaimingnormal");
    names("initialiser", "heuniform", "kaiminguniform");
    names("initialiser", "glorotuniform", "glorot xavier xavieruniform");
    names("initialiser", "glorotnormal", "xaviernormal");
    names("initialiser", "lecunnormal", "lecun");
    names("initialiser", "zeros", "zero");
    missing("for both directions, add direction=both, as in 'lstm 64 direction=both'",
        "bilstm bigru birnn bidirectional");
    missing("write 'transformer-small' for a small one, or build it of attention, add and layernorm",
        "transformer transformerencoder transformerencoderlayer");
    missing("there is nothing like it yet",
        "groupnorm instancenorm lrn localresponsenormalization prelu conv3d maxpooling3d "
            + "timedistributed lambda");
    missing("write 'auto' to let the data choose the layers, or give their sizes, as in 'dense 64 relu'", "a i o t");
  }

  private Synonyms() {}

  private static void names(String kind, String name, String others) {
    for (String other : others.split(" ")) {
      if (NAMES.put(kind + " " + other, name) != null) {
        throw new IllegalStateException("two meanings of " + kind + " " + other);
      }
    }
  }

  private static void missing(String hint, String names) {
    for (String name : names.split(" ")) {
      MISSING.put(name, hint);
    }
  }

  /** The form in which a word is looked up: lower case, without separators. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /**
   * The name that a member has here; null if the word is not a synonym of one.
   *
   * @param kind what the members are called
   */
  static @Nullable String of(String kind, String word) {
    return NAMES.get(kind + " " + plain(word));
  }

  /** Where something is set that is not a setting of the type; null if unknown. */
  static @Nullable String elsewhere(Class<?> type, String setting) {
    if (!Optimizer.class.isAssignableFrom(type)) {
      return null;
    }
    return switch (plain(setting)) {
      case "lr", "rate", "learningrate", "eta", "alpha", "stepsize" -> RATE;
      case "weightdecay", "decay", "l2" -> "weight decay is not set here but as an option of its own, 'decay'";
      case "clip", "clipnorm", "clipvalue" -> "gradient clipping is not set here but as an option of its own, 'clip'";
      case "momentum" -> "did you mean the optimizer 'momentum'?";
      case "nesterov" -> "did you mean the optimizer 'nesterov'?";
      default -> null;
    };
  }

  /** What to do about a layer that does not exist; null if unknown. */
  static @Nullable String withoutLayer(String word) {
    return MISSING.get(plain(word));
  }
}
