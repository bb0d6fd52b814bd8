/** The comparison program: cross-validates schemes on the same folds and writes the report. */
package weka.core.neural.compare;
