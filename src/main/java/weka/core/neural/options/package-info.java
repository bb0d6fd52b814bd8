/** How options are written and read: parsing, groups of the property sheet, files, class weights. */
package weka.core.neural.options;
