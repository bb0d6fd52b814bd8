/** How options are written and read: parsing, groups of the property sheet, files, class weights. */
@NullMarked
package weka.core.neural.options;

import org.jspecify.annotations.NullMarked;
