/** Networks of convolutions over images of any size, cut into tiles that overlap as far as an output sees. */
@NullMarked
package ruru.nn.tiles;

import org.jspecify.annotations.NullMarked;
