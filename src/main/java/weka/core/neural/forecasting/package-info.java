/** Rows of a time series, whose attributes are earlier values of the class: what they are relative to, and forecasts. */
@NullMarked
package weka.core.neural.forecasting;

import org.jspecify.annotations.NullMarked;
