/** An experiment of the Neural lab: rows in three parts, a network trained under control, and what is measured of it. */
@NullMarked
package weka.core.neural.lab;

import org.jspecify.annotations.NullMarked;
