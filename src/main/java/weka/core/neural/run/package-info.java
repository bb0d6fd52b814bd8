/** A training inside Weka: where its progress is reported, and what ends it early. */
package weka.core.neural.run;
