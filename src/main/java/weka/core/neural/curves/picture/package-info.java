/** Curves of training and held-out rows as charts. */
@NullMarked
package weka.core.neural.curves.picture;

import org.jspecify.annotations.NullMarked;
