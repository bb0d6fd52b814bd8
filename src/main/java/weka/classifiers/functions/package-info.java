/** The classifier: a thin Weka scheme that hands its work to {@link weka.core.neural}. */
package weka.classifiers.functions;
