package weka.core.neural.perceptron;

import java.math.BigDecimal;

/**
 * One line of the exercise.
 *
 * @param number  from 1
 * @param pass    over the rows, from 1
 * @param net     the net input, with the weights before
 * @param output  1 if the net input is above 0, otherwise 0
 * @param error   desired output - output
 * @param change  of the weights: rate * error * input
 * @param weights after the change
 */
public record PerceptronStep(int number, int pass, PerceptronRow row, BigDecimal net, int output, int error,
    PerceptronWeights change, PerceptronWeights weights) {}
