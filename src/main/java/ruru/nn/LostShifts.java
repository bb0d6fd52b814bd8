package ruru.nn;

import java.util.List;

/**
 * Finds the steps of a network to whose output a constant may be added, one for each channel, without anybody feeling
 * it in training: whoever takes the output takes the constant away again, as batch normalisation does, or passes it on
 * to such a step.
 */
final class LostShifts {
  private static final String PREVIOUS = "\0previous";

  private LostShifts() {}

  /** One for each step. */
  static boolean[] of(List<Step> steps) {
    boolean[] lost = new boolean[steps.size()];
    for (int i = steps.size() - 1; i >= 0; i--) {
      boolean used = false;
      boolean felt = false;
      for (int j = i + 1; j < steps.size(); j++) {
        Layer layer = steps.get(j).layer();
        for (String input : layer.inputs(j == i + 1 ? PREVIOUS : "")) {
          boolean takes = input.equals(PREVIOUS) || input.equals(steps.get(i).name());
          used |= takes;
          felt |= takes && !layer.ignoresShift() && !(layer.passesShift() && lost[j])
              || Step.isInputOf(input) && takesFirst(steps, Step.nameInInputOf(input), i);
        }
      }
      lost[i] = used && !felt;
    }
    return lost;
  }

  /** Whether the step of that name has the output of step i as its first input. */
  private static boolean takesFirst(List<Step> steps, String name, int i) {
    for (int j = i + 1; j < steps.size(); j++) {
      if (name.equals(steps.get(j).name())) {
        List<String> inputs = steps.get(j).layer().inputs(j == i + 1 ? PREVIOUS : "");
        return inputs.get(0).equals(PREVIOUS) || inputs.get(0).equals(steps.get(i).name());
      }
    }
    return false;
  }
}
