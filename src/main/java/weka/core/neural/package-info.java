/** What a user sets for a scheme: its options as properties, under the class names that stored experiments hold. */
@NullMarked
package weka.core.neural;

import org.jspecify.annotations.NullMarked;
