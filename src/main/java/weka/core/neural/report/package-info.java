/** Numbers, tables and curves as texts. */
package weka.core.neural.report;
