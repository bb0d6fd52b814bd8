package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.ReshapeOp;
import ruru.nn.Shape;
import ruru.nn.Usage;

/**
 * Turns maps into one row of features, the last axis fastest: [h, w, c] becomes [h * w * c]. Layers that take only
 * features do so automatically.
 */
@Description("Turns maps into one row of features.")
@Usage(kind = Usage.Kind.SHAPE, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [height * width * channels]", input = "28x28x1",
        layers = "conv 16 stride=2 relu, flatten"),
    @Usage.Example(shapes = "[steps, channels] -> [steps * channels]", input = "100x3", layers = "flatten")})
public record Flatten() implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    return new ReshapeOp(Shape.of(in[0].size()));
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
