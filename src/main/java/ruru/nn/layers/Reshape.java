package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.ReshapeOp;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;

/** Gives the elements of a row another shape of the same size, the last axis fastest on both sides. */
@Description("Gives the elements another shape of the same size.")
@Usage(kind = Usage.Kind.SHAPE,
    value = @Usage.Example(shapes = "[...] -> [shape]", input = "784", layers = "reshape 28x28x1"))
public record Reshape(@Setting("the new shape, such as 28x28x1") Shape shape) implements Layer {
  public Reshape(int... dims) {
    this(Shape.of(dims));
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (shape.size() != in[0].size()) {
      throw b.error("the shape " + shape + " has " + shape.size() + " elements, but the input " + in[0] + " has "
          + in[0].size());
    }
    return new ReshapeOp(shape);
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
