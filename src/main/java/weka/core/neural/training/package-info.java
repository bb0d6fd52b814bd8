/** The classifier's work: what is left to the data is decided, networks are trained, and errors measured. */
package weka.core.neural.training;
