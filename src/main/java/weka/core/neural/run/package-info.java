/** A training inside Weka: where its progress is reported, and what ends it early. */
@NullMarked
package weka.core.neural.run;

import org.jspecify.annotations.NullMarked;
