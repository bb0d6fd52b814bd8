/** An experiment of the Neural lab: rows in three parts, a network that trains under control, what is measured. */
@NullMarked
package weka.core.neural.lab;

import org.jspecify.annotations.NullMarked;
