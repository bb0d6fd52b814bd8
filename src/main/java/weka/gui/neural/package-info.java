/**
 * Editors for Weka's property sheet. Weka calls a property's setter at every key and opens a dialog for every error, so
 * that a text which is valid only when complete could not be typed. These editors are part of the sheet itself, try
 * every key on a setter of a hidden object, pass on what it accepts, and say below the field what is wrong otherwise.
 *
 * <p>{@link weka.core.neural.EditedBeanInfo} finds them by name; no scheme knows this package, so that schemes load
 * without a window toolkit. Start reading at {@link weka.gui.neural.TextEditor}; a property's editor is a nested class
 * named after the property in one of the classes called {@code ...Editors}.
 */
@NullMarked
package weka.gui.neural;

import org.jspecify.annotations.NullMarked;
