/** The steps of augmentation, one file each: a record with its settings. */
package ruru.data.augment;
