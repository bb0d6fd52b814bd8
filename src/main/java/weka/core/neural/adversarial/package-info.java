/** The command that trains a generative adversarial network. */
@NullMarked
package weka.core.neural.adversarial;

import org.jspecify.annotations.NullMarked;
