package ruru.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Reconstruction;

/**
 * A loss with outputs and targets on which it is tested.
 *
 * @param classes number of classes, or 0 for numbers
 * @param shape   of the outputs
 */
public record LossSample(Loss loss, int classes, Shape shape) {
  static LossSample ofClasses(Loss loss, int classes) {
    return new LossSample(loss, classes, Shape.of(loss.outputs(classes)));
  }

  static LossSample ofNumbers(Loss loss, String shape) {
    return new LossSample(loss, 0, Shape.parse(shape));
  }

  /** Which outputs belong to nominal columns. */
  boolean[] nominal() {
    boolean[] result = new boolean[shape.size()];
    int from = 0;
    ColumnGroups columns = columns();
    for (ColumnGroups.Group g : columns != null ? columns.groups() : List.<ColumnGroups.Group>of()) {
      Arrays.fill(result, from, from + g.count(), g.nominal());
      from += g.count();
    }
    return result;
  }

  private @Nullable ColumnGroups columns() {
    return loss instanceof Reconstruction r ? r.columns() : loss instanceof Joint j ? j.targets() : null;
  }

  public Loss.Task task() {
    return classes > 0 ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
  }

  /** Outputs of size up to 3, no two of a row nearly equal, no two nearly 1 apart, and none near 0 or 1. */
  Tensor outputs(int rows) {
    Tensor out = new Tensor(shape, rows);
    for (int r = 0; r < rows; r++) {
      Rng rng = new Rng(8, RandomStream.HELD_OUT, shape.size(), r);
      for (int i = 0; i < shape.size(); i++) {
        double value;
        do {
          value = 6 * rng.nextDouble() - 3;
        } while (!isClear(out, r, i, value));
        out.set(r, i, (float) value);
      }
    }
    return out;
  }

  private boolean isClear(Tensor out, int row, int i, double value) {
    boolean clear = Math.abs(value) > 0.1 && Math.abs(Math.abs(value) - 1) > 0.1;
    for (int j = 0; clear && classes > 0 && j < i; j++) {
      double distance = Math.abs(value - out.get(row, j));
      clear = distance > 0.05 && Math.abs(distance - 1) > 0.05;
    }
    return clear;
  }

  /** One class for each row, but shares in every third; or numbers away from the outputs, some of them 0. */
  Tensor targets(Tensor out) {
    Tensor target = new Tensor(shape, out.rows());
    for (int r = 0; r < out.rows(); r++) {
      Rng rng = new Rng(9, RandomStream.HELD_OUT, shape.size(), r);
      if (classes == 0) {
        for (int i = 0; i < shape.size(); i++) {
          double away = (0.2 + 2 * rng.nextDouble()) * (rng.nextInt(2) == 0 ? -1 : 1);
          target.set(r, i, i % 4 == 3 ? 0 : (float) (out.get(r, i)
              + (Math.abs(Math.abs(away) - 1) < 0.1 ? 0.5 : away)));
        }
        shares(target, r, rng);
        continue;
      }
      int y = rng.nextInt(classes);
      if (shape.size() == 1) {
        target.set(r, 0, r % 3 == 2 ? 0.25f : y);
      } else {
        target.set(r, y, r % 3 == 2 ? 0.25f : 1);
        target.set(r, (y + 1) % classes, r % 3 == 2 ? 0.75f : 0);
      }
    }
    return target;
  }

  /** Where the loss has nominal columns: their targets are shares. One cell of the third row is missing. */
  private void shares(Tensor target, int row, Rng rng) {
    ColumnGroups columns = columns();
    if (columns == null) {
      return;
    }
    int from = 0;
    for (String group : columns.areAnyNumbers() ? new String[0] : columns.toString().split("\\+")) {
      int width = Integer.parseInt(group.substring(1).split(":")[0]);
      int chosen = rng.nextInt(width);
      for (int j = 0; group.charAt(0) == 'c' && j < width; j++) {
        target.set(row, from + j, row % 3 == 1 ? 1f / width : j == chosen ? 1 : 0);
      }
      from += width;
    }
    if (row == 2 && shape.size() > 1 && !(loss instanceof Joint && columns.areAnyNumbers())) {
      target.set(row, shape.size() - 1, Float.NaN);
    }
  }

  @Override
  public String toString() {
    return loss + (classes > 0 ? " of " + classes + " classes" : " of numbers " + shape.toText());
  }
}
