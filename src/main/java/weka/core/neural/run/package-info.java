/** A training as a part of Weka: who hears of its progress, and what ends it early. */
package weka.core.neural.run;
