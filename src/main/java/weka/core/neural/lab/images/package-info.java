/** What a network in training makes of images: its filters, maps and mistakes, and what its scores depend on. */
@NullMarked
package weka.core.neural.lab.images;

import org.jspecify.annotations.NullMarked;
