/** Random and mutated inputs of Weka's side: options, rows, calls, interrupts, languages, heaps. */
package weka.fuzz;
