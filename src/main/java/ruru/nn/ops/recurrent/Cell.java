package ruru.nn.ops.recurrent;

import ruru.nn.Pass;

/**
 * What a recurrent layer computes at each step: the state h [rows][units] from the input x and the state of the
 * step before. Arrays of states [rows][units] start at index 0.
 *
 * <p>A cell is shared by all threads. What it keeps from forward to backward is in its memory, of which each workspace
 * has one for each direction.
 */
interface Cell {
  Weights weights();

  /**
   * The arrays for up to a number of rows.
   *
   * @param kept how many steps are kept for backward; 1 if there is none, so that a step takes the place of the one
   *             before
   */
  Object memory(int kept, int rows);

  /** Numbers in these arrays, for each row. */
  long numbers(int kept);

  /**
   * One step forward.
   *
   * @param step   counts from 0 in the order in which the cell sees them
   * @param xh     the input and the state of the step before, side by side [lines][inputs + units]
   * @param line   of xh that is the step's first row
   * @param before the state of the step before; zeros for rows that begin with this one
   * @param h      overwritten
   */
  void forward(Pass p, Object memory, int step, Unrolling unrolling, float[] xh, int line, float[] before, float[] h);

  /**
   * The same step backward; the last one comes first.
   *
   * @param dh      gradient with respect to h; overwritten, as working memory
   * @param dz      where the gradients with respect to x W and h U go
   * @param dbefore overwritten with the part of the gradient with respect to before that does not pass through h U, if
   *                there is one
   * @return whether there is one
   */
  boolean backward(Pass p, Object memory, int step, Unrolling unrolling, float[] before, float[] h, float[] dh,
      Slopes dz, float[] dbefore);
}
