/** What a user sets for a scheme: its options as properties, under the class names that stored experiments hold. */
package weka.core.neural;
