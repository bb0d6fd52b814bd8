/** Generative adversarial networks: a generator and a discriminator that are trained against each other. */
@NullMarked
package ruru.nn.adversarial;

import org.jspecify.annotations.NullMarked;
