/** Rows as numbers: attributes, pixels and image files become inputs, classes become targets. */
package weka.core.neural.encoding;
