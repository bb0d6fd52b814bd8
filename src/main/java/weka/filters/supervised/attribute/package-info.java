/** The filter that turns rows into the activations of a trained network. */
@NullMarked
package weka.filters.supervised.attribute;

import org.jspecify.annotations.NullMarked;
