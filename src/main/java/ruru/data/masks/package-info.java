/** Masks: images whose colours say, pixel by pixel, which class an image shows there. */
@NullMarked
package ruru.data.masks;

import org.jspecify.annotations.NullMarked;
