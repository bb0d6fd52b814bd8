/** A training as a part of Weka: who hears of its progress, and what ends it early. */
@NullMarked
package weka.core.neural.run;

import org.jspecify.annotations.NullMarked;
