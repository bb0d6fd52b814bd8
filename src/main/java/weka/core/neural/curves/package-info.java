/** Learning curves and validation curves of any classifier, and what they say of bias and variance. */
@NullMarked
package weka.core.neural.curves;

import org.jspecify.annotations.NullMarked;
