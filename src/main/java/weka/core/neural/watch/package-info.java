/** What trainings in this JVM publish for those who watch them. */
@NullMarked
package weka.core.neural.watch;

import org.jspecify.annotations.NullMarked;
