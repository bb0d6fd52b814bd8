package weka.core.neural.curves;

import java.util.function.IntUnaryOperator;
import weka.classifiers.Classifier;

/**
 * One point of a curve.
 *
 * @param label    for tables and messages
 * @param x        its place on the axis; NaN for a value that is no number
 * @param rows     from the training rows of a fold to those that are trained on
 * @param template what is trained; it is copied
 */
public record Setting(String label, double x, IntUnaryOperator rows, Classifier template) {}
