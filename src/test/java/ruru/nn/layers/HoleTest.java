package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ruru.nn.NaiveBlas;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/** What is random about a hole. */
class HoleTest {
  private static final int HEIGHT = 4, WIDTH = 5, CHANNELS = 2, SIDE = 2, ROWS = 6000;

  private static Workspace run(boolean training) {
    Network network = new Network(Shape.of(HEIGHT, WIDTH, CHANNELS), 1, NetworkText.parse("hole " + SIDE));
    Workspace w = new Workspace(network, ROWS, Workspace.Mode.INSPECT, new NaiveBlas());
    w.input().fill(1);
    w.forward(training);
    return w;
  }

  @Test
  void eachPlaceIsAsLikelyAndTheRestIsUntouched() {
    Workspace w = run(true);
    w.outputGradient().fill(3);
    w.backward(new float[0], true);
    int places = (HEIGHT - SIDE + 1) * (WIDTH - SIDE + 1);
    int[] counts = new int[HEIGHT * WIDTH];
    for (int r = 0; r < ROWS; r++) {
      int zeros = 0;
      int first = -1;
      for (int i = 0; i < HEIGHT * WIDTH * CHANNELS; i++) {
        float value = w.output().get(r, i);
        assertEquals(3 * value, w.gradient(0).get(r, i), 0);
        assertTrue(value == 0 || value == 1);
        if (value == 0) {
          zeros++;
          first = first < 0 ? i / CHANNELS : first;
          int position = i / CHANNELS;
          assertTrue(position / WIDTH - first / WIDTH < SIDE);
          assertTrue(position % WIDTH >= first % WIDTH && position % WIDTH - first % WIDTH < SIDE);
        }
      }
      assertEquals(SIDE * SIDE * CHANNELS, zeros);
      counts[first]++;
    }
    double expected = (double) ROWS / places;
    for (int p = 0; p < counts.length; p++) {
      boolean possible = p / WIDTH <= HEIGHT - SIDE && p % WIDTH <= WIDTH - SIDE;
      assertEquals(possible ? expected : 0, counts[p], possible ? 5 * Math.sqrt(expected) : 0);
    }
  }

  @Test
  void thereIsNoneInPrediction() {
    Workspace w = run(false);
    for (int i = 0; i < HEIGHT * WIDTH * CHANNELS; i++) {
      assertEquals(1, w.output().get(ROWS - 1, i), 0);
    }
  }

  @Test
  void whatHasNoRoomForItIsRefused() {
    for (String[] bad : new String[][] {{"4x5x2", "hole 5", "does not fit"}, {"20", "hole 2", "takes maps"},
        {"10x3", "hole 2", "takes maps"}}) {
      String message = assertThrows(IllegalArgumentException.class,
          () -> new Network(Shape.parse(bad[0]), 1, NetworkText.parse(bad[1]))).getMessage();
      assertTrue(message.contains(bad[2]), message);
    }
  }
}
