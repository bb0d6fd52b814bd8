/** The Explorer's tab "Neural lab": a network trains, and everything about it can be seen and changed meanwhile. */
@NullMarked
package weka.gui.neural.lab;

import org.jspecify.annotations.NullMarked;
