package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;

/** Inputs that do not fit are refused with the step, what was expected and what came. */
class LayerErrorsTest {
  private static void assertRefused(String message, String input, Object... steps) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Network(Shape.parse(input), 1,
        Arrays.stream(steps).map(s -> s instanceof NamedLayer t ? t : new NamedLayer((Layer) s)).toList()));
    assertEquals(message, e.getMessage());
  }

  @Test
  void addWantsOneShape() {
    assertRefused("step 3 'add': adds outputs of the same shape, but the previous step gives [3] and 'a' gives [4]",
        "5", new NamedLayer(new Dense(4), "a"), new Dense(3), new Add("a"));
    assertRefused("step 1 'add': name at least one step to add, as in 'add a'", "5", new Add());
    assertRefused("step 1 'add': there is no earlier step named 'b'; name one by writing 'as b' after it",
        "5", new Add("b"));
  }

  @Test
  void clipWantsLimitsInOrder() {
    assertRefused("step 1 'clip': the lower limit must be below the upper one, got 2.0 and 1.0", "5", new Clip(2, 1));
    assertRefused("step 1 'clip': the lower limit must be below the upper one, got 1.0 and 1.0", "5", new Clip(1, 1));
  }

  @Test
  void concatWantsEqualPositions() {
    assertRefused("step 3 'concat': joins along the last axis, so all other axes must agree, but the previous step "
        + "gives "
        + "[3, 2, 4] and 'a' gives [2, 3, 4]", "2x3x4", new NamedLayer(new Tanh(), "a"), new Reshape(3, 2, 4),
        new Concat("a"));
    assertRefused("step 2 'concat': name at least one step to append, as in 'concat a'", "5", new Tanh(), new Concat());
  }

  @Test
  void concatWantsEqualRanks() {
    assertRefused("step 2 'concat': joins along the last axis, so all other axes must agree, but the previous step "
        + "gives "
        + "[24] and 'input' gives [2, 3, 4]", "2x3x4", new Flatten(), new Concat("input"));
  }

  @Test
  void reshapeWantsTheSameSize() {
    assertRefused("step 1 'reshape': the shape [5, 2] has 10 elements, but the input [3, 4] has 12", "3x4",
        new Reshape(5, 2));
  }

  @Test
  void layernormWantsSeveralElements() {
    assertRefused("step 1 'layernorm': normalises over the last axis, which has only one element in the input [4, 4, "
        + "1], so that every output would be the same", "4x4x1", new LayerNorm());
  }

  @Test
  void fromWantsAStep() {
    assertRefused("step 2 'from': there is no earlier step named 'x'; name one by writing 'as x' after it", "5",
        new Tanh(), new From("x"));
    assertRefused("step 1 'tanh': its output is used nowhere", "5", new Tanh(), new From("input"));
  }

  @Test
  void maxoutWantsToFit() {
    assertRefused("step 1 'maxout': 100000 units of 100000 pieces are more than 2^31 functions; choose fewer", "5",
        new Maxout(100000, 100000));
  }
}
