package weka.core.neural.curves;

/**
 * What was measured of one point of a curve in one fold.
 *
 * @param fold     from 0
 * @param rows     trained on
 * @param training for each quantity, on the rows that were trained on
 * @param heldOut  for each quantity, on those of the fold
 */
public record FoldScore(int fold, int rows, double[] training, double[] heldOut) {
  /** For each quantity. */
  public double[] of(Part part) {
    return part == Part.TRAINING ? training : heldOut;
  }
}
