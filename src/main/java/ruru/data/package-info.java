/** Images: files and their decoding, a cache, data sets of them, augmentation. */
@NullMarked
package ruru.data;

import org.jspecify.annotations.NullMarked;
