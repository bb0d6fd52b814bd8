/**
 * Editors for Weka's property sheet. Weka calls a property's setter at every key and opens a dialog for every error, so
 * that a text which is only right when it is complete could not be typed. These editors stand in the sheet itself, try
 * every key on a setter that nobody else sees, hand on what it takes, and say below the field what is wrong with the
 * rest.
 *
 * <p>{@link weka.core.neural.EditedBeanInfo} finds them by name; no scheme knows this package, so that schemes load
 * without a window toolkit. Begin with {@link weka.gui.neural.TextEditor}; a property's editor is a nested class
 * with the property's name in one of the classes called {@code ...Editors}.
 */
@NullMarked
package weka.gui.neural;

import org.jspecify.annotations.NullMarked;
