package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.DenseOp;

/**
 * A dense layer with sigmoid that penalises how strongly its outputs respond to its inputs:
 * y = sigmoid(x W + b), and weight times the squared Frobenius norm of the Jacobian dy/dx, which is
 * sum_j (y_j (1 - y_j))^2 S_j with S_j = sum_i W_ij^2.
 *
 * <p>Input [n, inputs], output [n, units]. With g = y (1 - y): the term's derivative by y_j is 2 g_j (1 - 2 y_j) S_j,
 * and directly by W_ij 2 g_j^2 W_ij. In a deeper encoder the Jacobian is that of this layer alone.
 * Source: Rifai et al. 2011, "Contractive auto-encoders: explicit invariance during feature extraction".
 */
@Description("Dense layer with sigmoid whose outputs are penalised for changing with the inputs.")
@Usage(kind = Usage.Kind.AUTOENCODER, value = @Usage.Example(shapes = "[inputs] -> [units]",
    input = "20", layers = "contractive 8 0.01"))
public record Contractive(
    @Setting(value = "number of neurons", min = 1) int units,
    @Setting(value = "weight of the penalty in the loss", byDefault = "0.1", min = 0) double weight,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init) implements Layer {

  public Contractive(int units, double weight) {
    this(units, weight, Initializer.AUTO);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    int inputs = in[0].size();
    return new ContractiveOp(new DenseOp(inputs, units, b.weight("weight", init, inputs, units, inputs, units),
        b.bias("bias", 0, units)), weight, new Sigmoid());
  }

  @Override
  public boolean hasWeights() {
    return true;
  }

  /** @param slopes per unit: sum over the rows of row weight times g^2 */
  private record Memory(float[] dz, double[] squares, double[] slopes) {}

  private record ContractiveOp(DenseOp dense, double penalty, Sigmoid sigmoid) implements Op {
    @Override
    public Shape outputShape() {
      return dense.outputShape();
    }

    @Override
    public Reads reads() {
      return Reads.BOTH;
    }

    @Override
    public Object memory(int rows) {
      int units = dense.units();
      return new Memory(new float[rows * units], new double[units], new double[units]);
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      dense.forward(p, x, y);
      sigmoid.forward(y.matrix(), y.matrix(), y.planeSize());
      Memory m = p.memory();
      int units = dense.units();
      sumSquares(p.values(), m.squares);
      double sum = 0;
      for (int r = 0; r < y.rows(); r++) {
        float w = p.weights()[r];
        if (w == 0) {
          continue;
        }
        for (int j = 0; j < units; j++) {
          double h = y.matrix()[r * units + j];
          sum += w * h * (1 - h) * h * (1 - h) * m.squares[j];
        }
      }
      p.penalise(penalty * sum);
    }

    private void sumSquares(float[] values, double[] squares) {
      Arrays.fill(squares, 0);
      int at = dense.weight().offset();
      for (int i = 0; i < dense.inputs(); i++) {
        for (int j = 0; j < squares.length; j++, at++) {
          squares[j] += (double) values[at] * values[at];
        }
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      Memory m = p.memory();
      int units = dense.units();
      Arrays.fill(m.slopes, 0);
      for (int r = 0; r < y.rows(); r++) {
        float w = p.weights()[r];
        for (int j = 0; j < units; j++) {
          double h = y.matrix()[r * units + j];
          double g = h * (1 - h);
          double term = w == 0 ? 0 : 2 * w * penalty * g * (1 - 2 * h) * m.squares[j];
          m.slopes[j] += w == 0 ? 0 : w * g * g;
          m.dz[r * units + j] = (float) (g * (dy.matrix()[r * units + j] + term));
        }
      }
      dense.backward(p, x[0], m.dz, dy.rows(), dx[0]);
      int at = dense.weight().offset();
      for (int i = 0; i < dense.inputs(); i++) {
        for (int j = 0; j < units; j++, at++) {
          p.gradient()[at] += (float) (2 * penalty * m.slopes[j] * p.values()[at]);
        }
      }
    }
  }
}
