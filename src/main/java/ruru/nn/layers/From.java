package ruru.nn.layers;

import java.util.List;
import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Source;
import ruru.nn.Usage;

/**
 * Continues from a named step instead of the previous one, as the start of a second branch: y is that step's output.
 */
@Description("Continues from a named step instead of the previous one.")
@Usage(kind = Usage.Kind.SHAPE, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "20", layers = "dense 32 tanh as a, from input, dense 32 relu, add a"))
public record From(@Setting("name of the step to continue from") String of) implements Layer {
  @Override
  public List<Source> inputs() {
    return List.of(new Source.Named(of));
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new Linear().build(b, in);
  }

  @Override
  public boolean passesShift() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
