/** Curves that point to how many clusters rows fall into. */
@NullMarked
package weka.core.neural.curves.clusters;

import org.jspecify.annotations.NullMarked;
