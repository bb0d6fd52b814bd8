/** Images: files and their decoding, a cache, data sets of them, augmentation. */
package ruru.data;
