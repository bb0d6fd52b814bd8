/** The classifier's work: resolving what is left to the data, training networks and measuring errors. */
package weka.core.neural.training;
