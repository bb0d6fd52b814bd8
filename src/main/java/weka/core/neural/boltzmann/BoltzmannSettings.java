package weka.core.neural.boltzmann;

import ruru.boltzmann.ContrastiveDivergence;

/**
 * How a restricted Boltzmann machine is made and trained.
 *
 * @param units      hidden units
 * @param epochs     passes over the rows
 * @param gaussian   whether numbers are gaussian units; otherwise binary ones
 * @param divergence rate, batch, steps of Gibbs sampling, chains, seed and threads
 */
public record BoltzmannSettings(int units, int epochs, boolean gaussian, ContrastiveDivergence.Settings divergence) {}
