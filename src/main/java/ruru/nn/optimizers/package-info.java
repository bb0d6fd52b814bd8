/**
 * The rules by which training changes the parameters, one file each. An optimizer's name in the notation is its class
 * name in lower case.
 */
@NullMarked
package ruru.nn.optimizers;

import org.jspecify.annotations.NullMarked;
