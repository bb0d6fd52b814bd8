/** The classifier: a thin Weka scheme that delegates its work to {@link weka.core.neural}. */
@NullMarked
package weka.classifiers.functions;

import org.jspecify.annotations.NullMarked;
