/** What training minimises, one file each, and the output layer that each loss requires. */
package ruru.nn.losses;
