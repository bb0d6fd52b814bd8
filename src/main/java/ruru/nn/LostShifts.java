package ruru.nn;

import java.util.List;

/**
 * Finds the steps of a network to whose output a constant may be added, one for each channel, without anybody feeling
 * it in training: whoever takes the output takes the constant away again, as batch normalisation does, or passes it on
 * to such a step.
 */
final class LostShifts {
  private LostShifts() {}

  /** One for each step. */
  static boolean[] of(List<NamedLayer> steps) {
    boolean[] lost = new boolean[steps.size()];
    for (int i = steps.size() - 1; i >= 0; i--) {
      boolean used = false;
      boolean felt = false;
      for (int j = i + 1; j < steps.size(); j++) {
        Layer layer = steps.get(j).layer();
        for (Source input : layer.inputs()) {
          boolean takes = takes(input, j, steps, i);
          used |= takes;
          felt |= takes && !layer.ignoresShift() && !(layer.passesShift() && lost[j])
              || input instanceof Source.InputOf other && takesFirst(steps, other.step(), i);
        }
      }
      lost[i] = used && !felt;
    }
    return lost;
  }

  /** Whether an input of step j is the output of step i. */
  private static boolean takes(Source input, int j, List<NamedLayer> steps, int i) {
    return input instanceof Source.Previous && j == i + 1
        || input instanceof Source.Named named && named.step().equals(steps.get(i).name());
  }

  /** Whether the step of that name has the output of step i as its first input. */
  private static boolean takesFirst(List<NamedLayer> steps, String name, int i) {
    for (int j = i + 1; j < steps.size(); j++) {
      if (name.equals(steps.get(j).name())) {
        return takes(steps.get(j).layer().inputs().get(0), j, steps, i);
      }
    }
    return false;
  }
}
