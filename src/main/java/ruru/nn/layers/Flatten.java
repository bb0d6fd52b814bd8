package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.ReshapeOp;
import ruru.nn.Shape;

/**
 * Makes one row of features of maps, the last axis fastest: [h, w, c] becomes [h * w * c]. Layers that take features
 * only do it by themselves.
 */
@Description("Makes one row of features of maps.")
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
