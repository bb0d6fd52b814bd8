/** The filter that turns rows into the activations of a trained network. */
package weka.filters.supervised.attribute;
