package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.layers.Add;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Tanh;
import ruru.nn.layers.Tied;

/** A network cut in two computes what it computes whole. */
class NetworkPartsTest {
  private static final int ROWS = 3;

  private static Network network() {
    Network n = new Network(Shape.of(2, 3), 1, List.of(new NamedLayer(new Dense(4)), new NamedLayer(new Tanh()),
        new NamedLayer(new Dense(2)), new NamedLayer(new Tanh(), "code"), new NamedLayer(new Dense(5)),
        new NamedLayer(new Tanh()),
        new NamedLayer(new Dense(6))));
    n.initialise(3);
    return n;
  }

  private static float[] run(Network n, float[] rows) {
    Workspace w = new Workspace(n, ROWS, Workspace.Mode.PREDICT, new NaiveBlas());
    for (int r = 0; r < ROWS; r++) {
      w.input().writeRow(r, rows, r * n.inputShape().size());
    }
    w.forward(false);
    return NetworkRig.all(w.output());
  }

  @Test
  void tailAfterHeadIsTheWhole() {
    Network whole = network();
    float[] rows = new float[ROWS * 6];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i / 7f - 1;
    }
    Network head = whole.head("code");
    Network tail = whole.tail("code");
    assertEquals(Shape.of(2), head.outputShape());
    assertEquals(Shape.of(2), tail.inputShape());
    assertEquals(whole.values().length, head.values().length + tail.values().length);
    Closeness.assertSameBits(run(whole, rows), run(tail, run(head, rows)), "cut at a step's name");
    Closeness.assertSameBits(run(whole, rows), run(whole.tail("dense3"), run(whole.head("dense3"), rows)),
        "cut at a node's name");
    assertEquals(0, whole.tail("dense4").values().length, "nothing is behind the last step");
  }

  @Test
  void partsAreCopies() {
    Network whole = network();
    float before = whole.values()[0];
    whole.head("code").values()[0] = before + 1;
    assertEquals(before, whole.values()[0]);
  }

  @Test
  void whatCannotBeCutIsRefused() {
    String unknown = assertThrows(IllegalArgumentException.class, () -> network().head("nowhere")).getMessage();
    assertTrue(unknown.contains("nowhere") && unknown.contains("code"), unknown);
    Network skip =
        new Network(Shape.of(3), 1, List.of(new NamedLayer(new Dense(3), "a"), new NamedLayer(new Tanh(), "b"),
            new NamedLayer(new Dense(3)), new NamedLayer(new Add("a"))));
    assertThrows(IllegalArgumentException.class, () -> skip.tail("b"));
    assertEquals(Shape.of(3), skip.head("b").outputShape());
  }

  @Test
  void tiedWeightsMustBeThereAndFit() {
    String missing = assertThrows(IllegalArgumentException.class,
        () -> new Network(Shape.of(3), 1, List.of(new NamedLayer(new Tied("a"))))).getMessage();
    assertTrue(missing.contains("'a'") && missing.contains("weight"), missing);
    String shape = assertThrows(IllegalArgumentException.class, () -> new Network(Shape.of(3), 1,
        List.of(new NamedLayer(new Dense(2), "a"), new NamedLayer(new Dense(4)), new NamedLayer(new Tied("a")))))
        .getMessage();
    assertTrue(shape.contains("[3, 2]"), shape);
  }
}
