/** A filter of rows that looks at the class: NeuralSMOTE, which makes new ones. */
@NullMarked
package weka.filters.supervised.instance;

import org.jspecify.annotations.NullMarked;
