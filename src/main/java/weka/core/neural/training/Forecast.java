package weka.core.neural.training;

import org.jspecify.annotations.Nullable;
import weka.core.neural.forecasting.RelativeRows;

/**
 * How the rows of a time series are learnt from.
 *
 * @param relative  the rows as the network sees them
 * @param kind      the kind of network that suits them; null where the user has chosen one
 * @param hidden    units of its hidden layer; 0 for none
 * @param steps     the most steps ahead that the kinds were compared by; 0 if the rows were too few to compare them
 * @param intervals the errors of forecasts one step ahead, in the units of the relative rows; null if there are none
 */
record Forecast(RelativeRows relative, @Nullable MemberKind kind, int hidden, int steps,
    @Nullable PredictionIntervals intervals) {}
