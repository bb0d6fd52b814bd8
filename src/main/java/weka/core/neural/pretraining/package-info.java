/** Layers that are trained one after the other, without a class, before the network is trained as a whole. */
@NullMarked
package weka.core.neural.pretraining;

import org.jspecify.annotations.NullMarked;
