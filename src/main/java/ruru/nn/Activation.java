package ruru.nn;

/** An element-wise layer y = f(x), without parameters, for inputs of any shape. */
public interface Activation extends Layer, ElementFunction {
  /** The initialisation of weights before this activation; Glorot's rule unless overridden. */
  default VarianceScaling initialScaling() {
    return VarianceScaling.GLOROT_UNIFORM;
  }

  @Override
  default Op build(Build b, Shape... in) {
    return new ActivationOp(this, in[0]);
  }
}
