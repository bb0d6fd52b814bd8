/** What training minimises, one file each, and the output layer that each loss asks for. */
package ruru.nn.losses;
