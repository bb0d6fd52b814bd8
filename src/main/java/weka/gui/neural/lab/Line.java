package weka.gui.neural.lab;

/**
 * A curve as it is drawn.
 *
 * @param name   of the curve, for the legend
 * @param colour its number in the palette
 * @param kind   0 for a solid line, 1 for a dashed and 2 for a dotted one
 * @param x      one for each point
 * @param y      one for each point
 */
record Line(String name, int colour, int kind, double[] x, double[] y) {}
