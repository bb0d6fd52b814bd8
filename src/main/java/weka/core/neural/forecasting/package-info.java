/** Rows of a time series, which hold earlier values of the class: what these are relative to, and forecasts. */
@NullMarked
package weka.core.neural.forecasting;

import org.jspecify.annotations.NullMarked;
