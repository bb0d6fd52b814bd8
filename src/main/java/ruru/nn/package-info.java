/**
 * The contract of the engine: what a layer, a loss, an optimizer, a schedule and an initialiser are, and the network
 * that joins them. Concrete ones live in the packages below, one file each; nothing here knows any of them.
 *
 * <p>The way of a number: a {@link ruru.nn.Layer} (what the user chose) is bound to shapes and becomes an
 * {@link ruru.nn.Op}; a {@link ruru.nn.Network} holds the ops and the one array of all parameters; a
 * {@link ruru.nn.Workspace} holds the activations of some rows and runs the ops over them forward, and backward with
 * the gradient that the {@link ruru.nn.Loss} gives.
 */
@NullMarked
package ruru.nn;

import org.jspecify.annotations.NullMarked;
