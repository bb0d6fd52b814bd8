/** The command that learns to continue a text, letter by letter. */
@NullMarked
package weka.core.neural.letters;

import org.jspecify.annotations.NullMarked;
