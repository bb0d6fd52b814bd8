/** Rows as numbers: attributes, pixels and image files become inputs, classes become targets. */
@NullMarked
package weka.core.neural.encoding;

import org.jspecify.annotations.NullMarked;
