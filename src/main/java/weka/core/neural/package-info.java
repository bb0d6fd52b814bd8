/** What the schemes have in common: options, encoding of rows, training, autoencoders, clustering, reports. */
package weka.core.neural;
