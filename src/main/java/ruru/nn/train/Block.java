package ruru.nn.train;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.Parameter;

/**
 * A range of the parameter array that is updated at once. It may span several parameters, so that a small network needs
 * one block instead of one for every bias.
 *
 * @param states  whether all of it is running statistics; else none is
 * @param weights the parts that penalties apply to
 */
record Block(int from, int to, boolean states, List<Range> weights) {
  /** The most elements of a block, so that its gradient is still in the cache when it is used. */
  static final int LENGTH = 8192;

  record Range(int from, int to) {}

  /** @param parameters in the order of their offsets, without gaps */
  static Block[] of(List<Parameter> parameters) {
    List<Block> blocks = new ArrayList<>();
    for (Parameter p : parameters) {
      boolean states = p.role() == Parameter.Role.STATE;
      for (int from = p.offset(), to; from < p.end(); from = to) {
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        int start = from;
        List<Range> weights = new ArrayList<>();
        if (last != null && last.states == states && last.to - last.from < LENGTH) {
          start = last.from;
          weights = last.weights;
          blocks.remove(blocks.size() - 1);
        }
        to = Math.min(p.end(), start + LENGTH);
        if (p.role() == Parameter.Role.WEIGHT) {
          weights.add(new Range(from, to));
        }
        blocks.add(new Block(start, to, states, weights));
      }
    }
    return blocks.toArray(new Block[0]);
  }
}
