/** Rules for initial weights, one file each. */
package ruru.nn.initializers;
