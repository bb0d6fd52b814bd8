/** Random and mutated inputs: a fixed slice in the ordinary tests, or as many as -Dfuzz.seconds allows. */
package ruru.fuzz;
