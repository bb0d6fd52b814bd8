/** The steps of augmentation, one file each: a record with its settings. */
@NullMarked
package ruru.data.augment;

import org.jspecify.annotations.NullMarked;
