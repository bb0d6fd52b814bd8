/** What generators of data and loaders of images share: pixels as attributes, a generator's settings and command. */
@NullMarked
package weka.core.neural.sources;

import org.jspecify.annotations.NullMarked;
