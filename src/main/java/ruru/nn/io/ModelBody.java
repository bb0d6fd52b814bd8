package ruru.nn.io;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;

/**
 * The body of format 1: the network, the input's shape and the loss as text, with all settings written out; the
 * parameters, each with name, role, shape and values; and perhaps {@link TrainingBody a training}. The network is built
 * from its text, so that nothing is ever created that the notation does not know; its parameters are found by name.
 */
final class ModelBody {
  /** The bytes of a parameter with an empty name and no values. */
  private static final int SMALLEST_PARAMETER = 3 * Integer.BYTES;

  private ModelBody() {}

  static void requireReadable(Model model) {
    List<NamedLayer> steps = model.network().steps();
    List<NamedLayer> back = NetworkText.parse(NetworkText.printAll(steps));
    boolean same = back.size() == steps.size() && IntStream.range(0, back.size())
        .allMatch(i -> back.get(i).layer().equals(steps.get(i).layer())
            && Objects.equals(back.get(i).name(), steps.get(i).name()));
    if (!same) {
      throw new IllegalArgumentException("the network cannot be saved, because its text describes a different network: "
          + NetworkText.printAll(steps));
    }
    RecordText.parse(Catalog.LOSSES, RecordText.printAll(model.loss()));
    if (model.training() != null) {
      TrainingBody.requireReadable(model.training(), model.network().values().length);
    }
  }

  static void write(Model model, BodyWriter out) throws IOException {
    Network network = model.network();
    out.writeText(NetworkText.printAll(network.steps()));
    out.writeText(network.inputShape().toText());
    out.writeInt(network.outputs());
    out.writeText(RecordText.printAll(model.loss()));
    out.writeInt(network.parameters().size());
    for (Parameter p : network.parameters()) {
      out.writeText(p.name());
      out.writeText(p.role().name());
      out.writeText(p.shape().toText());
      out.writeFloats(network.values(), p.offset(), p.end());
    }
    out.writeByte(model.training() == null ? 0 : 1);
    if (model.training() != null) {
      TrainingBody.write(model.training(), out);
    }
  }

  static Model read(BodyReader in) throws ModelFileException {
    String text = in.readText("the network");
    String input = in.readText("the input's shape");
    int outputs = in.readInt("the number of outputs");
    int limit = in.remaining() / Float.BYTES;
    Network network = StoredText.parse("network", text,
        () -> new Network(Shape.parse(input), outputs, NetworkText.parse(text), limit));
    String lossText = in.readText("the loss");
    Loss loss = StoredText.parse("loss", lossText, () -> RecordText.parse(Catalog.LOSSES, lossText));
    readParameters(in, network);
    Model.SavedTraining training = switch (in.readByte("the mark of a training")) {
      case 0 -> null;
      case 1 -> TrainingBody.read(in, network.values().length);
      default -> throw new ModelFileException("the model file is damaged: the mark of a training is neither 0 nor 1");
    };
    if (in.remaining() != 0) {
      throw new ModelFileException("the model file is damaged: " + in.remaining() + " bytes are left after the model");
    }
    return new Model(network, loss, training);
  }

  private static void readParameters(BodyReader in, Network network) throws ModelFileException {
    Map<String, Parameter> missing = new LinkedHashMap<>(network.parametersByName());
    int count = in.readCount("parameters", SMALLEST_PARAMETER);
    for (int i = 0; i < count; i++) {
      String name = in.readText("the name of a parameter");
      String role = in.readText("the role of parameter '" + name + "'");
      String shape = in.readText("the shape of parameter '" + name + "'");
      Parameter p = missing.remove(name);
      if (p == null) {
        throw new ModelFileException("parameter '" + name + "' is in the file once more than in the network");
      }
      requireSame(name, role, shape, p);
      in.readFloats("parameter '" + name + "'", network.values(), p.offset(), p.end());
    }
    if (!missing.isEmpty()) {
      throw new ModelFileException("the file lacks parameters of the network: "
          + String.join(", ", missing.keySet()));
    }
  }

  private static void requireSame(String name, String role, String shape, Parameter p) throws ModelFileException {
    if (!shape.equals(p.shape().toText())) {
      throw new ModelFileException("parameter '" + name + "' in the file is [" + shape.replace("x", ", ")
          + "], the network has " + p.shape());
    }
    if (!role.equals(p.role().name())) {
      throw new ModelFileException("parameter '" + name + "' in the file has the role " + role + ", in the network "
          + p.role());
    }
  }
}
