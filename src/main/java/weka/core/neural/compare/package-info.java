/** The comparison program: cross-validates schemes beside each other and writes the report. */
package weka.core.neural.compare;
