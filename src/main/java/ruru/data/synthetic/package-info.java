/** Pictures drawn by formula: digits and shapes, the same bits on every machine. */
package ruru.data.synthetic;
