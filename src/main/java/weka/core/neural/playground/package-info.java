/** The Playground's points in the plane, the inputs made of them, and its network as settings and as notation. */
@NullMarked
package weka.core.neural.playground;

import org.jspecify.annotations.NullMarked;
