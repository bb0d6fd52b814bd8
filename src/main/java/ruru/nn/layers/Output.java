package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;

/** A {@link Dense} layer with as many units as the class and the loss need: one per class, or one for a number. */
@Description("Fully connected output layer, as wide as the class and the loss need.")
@Usage(kind = Usage.Kind.DENSE, value = @Usage.Example(shapes = "[inputs] -> [outputs]",
    input = "20", layers = "dense 64 relu, output"))
public record Output(
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias,
    @Setting(value = "initial bias", byDefault = "0") double biasinit) implements Layer {

  public Output() {
    this(Initializer.AUTO, true, 0);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new Dense(b.outputs(), init, bias, biasinit).build(b, in);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }
}
