package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.DenseOp;

/**
 * Fully connected layer, {@code units} textbook neurons: y = x W + b.
 *
 * <p>Input [n, inputs], output [n, units]; W [inputs, units], b [units].
 * Backward: dW = x^T dy, db = column sums of dy, dx = dy W^T.
 */
@Description("Fully connected layer: y = x W + b.")
@Usage(kind = Usage.Kind.DENSE,
    value = @Usage.Example(shapes = "[inputs] -> [units]", input = "20", layers = "dense 64 relu"))
public record Dense(
    @Setting(value = "number of neurons", min = 1) int units,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias,
    @Setting(value = "initial bias", byDefault = "0") double biasinit) implements Layer {

  public Dense(int units) {
    this(units, Initializer.AUTO, true, 0);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    int inputs = in[0].size();
    Parameter weight = b.weight("weight", init, inputs, units, inputs, units);
    return new DenseOp(inputs, units, weight, bias ? b.shift("bias", biasinit, units) : null);
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
