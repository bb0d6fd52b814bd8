package ruru.fuzz;

import java.util.List;
import java.util.Random;
import ruru.nn.Shape;

/** Networks that mostly fit their inputs, written in the notation. */
final class RandomNetworks {
  private static final List<String> ANYWHERE =
      List.of("relu", "tanh", "sigmoid", "elu", "selu", "gelu", "swish", "softplus", "sin", "square", "gauss",
          "clip -1 2", "mish",
          "leakyrelu 0.1", "linear", "batchnorm", "layernorm", "dropout 0.3", "noise 0.1", "penalty 0.1",
          "corrupt mask 0.1",
          "as a", "add a", "concat a", "from a", "softmax", "sign");
  private static final List<String> MAPS = List.of("conv 3", "conv 2 1x1", "conv 4 5x3 stride=2 padding=1",
      "conv 4 groups=1",
      "maxpool", "avgpool 2 stride=1", "maxpool 3 padding=same", "deconv 2 stride=2", "upsample 2", "pad 1", "crop 1",
      "mapdropout 0.2", "globalavgpool", "globalmaxpool", "flatten", "upsample 3 mode=bilinear", "unpool");
  private static final List<String> SERIES = List.of("conv1d 3", "conv1d 2 5 padding=valid", "conv1d 2 dilation=2",
      "maxpool 2", "avgpool 3", "globalmaxpool", "flatten", "deconv 2 stride=2", "layernorm",
      "rnn 3", "lstm 2 direction=both output=all", "gru 3 direction=backward", "lstm 3 output=all", "rnn 2 relu",
      "attention 1", "attention 2", "positions",
      "last");
  private static final List<String> FLAT = List.of("dense 3", "dense 5 relu", "dense 1", "maxout 2", "sparse 0.1",
      "contractive 0.1", "variational", "reshape 2x2x1", "reshape 1x5", "dense 4 init=orthogonal", "dense 4 bias=no",
      "tied", "centroids 3", "first 2", "dense 4 tanh as b");

  private RandomNetworks() {}

  static Shape input(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Shape.of(1 + random.nextInt(6));
      case 1 -> Shape.of(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(3));
      default -> Shape.of(1 + random.nextInt(12), 1 + random.nextInt(3));
    };
  }

  static String text(Shape input, Random random) {
    StringBuilder text = new StringBuilder();
    int rank = input.rank();
    for (int n = random.nextInt(6); n > 0; n--) {
      List<String> fitting = random.nextInt(3) == 0 ? ANYWHERE : rank == 3 ? MAPS : rank == 2 ? SERIES : FLAT;
      String layer = fitting.get(random.nextInt(fitting.size()));
      text.append(layer.startsWith("as ") && !text.isEmpty() ? " " : text.isEmpty() ? "" : ", ").append(layer);
      rank = layer.startsWith("global") || layer.equals("flatten") ? 1
          : layer.startsWith("reshape") ? layer.chars().filter(c -> c == 'x').count() == 2 ? 3 : 2 : rank;
    }
    return text + (text.isEmpty() ? "" : ", ") + (rank == 1 || random.nextInt(10) == 0 ? "" : "flatten, ")
        + (random.nextInt(5) == 0 ? "output sigmoid" : "output");
  }
}
