/** New rows that are like given ones, from a variational autoencoder. */
@NullMarked
package weka.core.neural.synthetic;

import org.jspecify.annotations.NullMarked;
