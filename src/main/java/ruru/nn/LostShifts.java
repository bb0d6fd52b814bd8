package ruru.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the steps of a network to whose output a constant per channel may be added without any effect in training:
 * every layer that uses the output cancels the constant, as batch normalisation does, or passes it on to such a layer.
 */
final class LostShifts {
  /** Neither the network's input nor a name that nobody has is a step. */
  private static final int NONE = -1;

  private LostShifts() {}

  /** One for each step. */
  static boolean[] of(List<NamedLayer> steps) {
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      named.putIfAbsent(steps.get(i).name(), i);
    }
    boolean[] used = new boolean[steps.size()];
    boolean[] felt = new boolean[steps.size()];
    boolean[] lost = new boolean[steps.size()];
    // Whoever takes the output of a step stands after it, so that all is known of the step when its turn comes.
    for (int j = steps.size() - 1; j >= 0; j--) {
      lost[j] = used[j] && !felt[j];
      Layer layer = steps.get(j).layer();
      for (Source input : layer.inputs()) {
        if (input instanceof Source.InputOf other) {
          int first = firstInput(steps, named.getOrDefault(other.step(), NONE), named);
          if (first != NONE) {
            felt[first] = true;
          }
        } else {
          int i = step(input, j, named);
          if (i != NONE) {
            used[i] = true;
            felt[i] |= !layer.ignoresShift() && !(layer.passesShift() && lost[j]);
          }
        }
      }
    }
    return lost;
  }

  /** The step whose output is an input of step j. */
  private static int step(Source input, int j, Map<String, Integer> named) {
    int i = input instanceof Source.Named other ? named.getOrDefault(other.step(), NONE)
        : input instanceof Source.Previous ? j - 1 : NONE;
    return i < j ? i : NONE;
  }

  /** The step whose output is the first input of a step. */
  private static int firstInput(List<NamedLayer> steps, int step, Map<String, Integer> named) {
    return step == NONE ? NONE : step(steps.get(step).layer().inputs().get(0), step, named);
  }
}
