package weka.core.neural.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** When and what a command's error stream is told. */
class ConsoleTest {
  private static final long SECOND = 1_000_000_000L;

  private static String printed(Runnable work) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fromTenSecondsOnAndMoreAndMoreSeldom() {
    long start = System.nanoTime();
    Console.Command command = new Console.Command();
    Console console = new Console(false, command);
    assertFalse(console.isDue(start + 9 * SECOND));
    assertTrue(console.isDue(start + 11 * SECOND));
    command.written(start + 11 * SECOND);
    assertFalse(console.isDue(start + 20 * SECOND));
    assertTrue(console.isDue(start + 21 * SECOND));
    command.written(start + 300 * SECOND);
    assertFalse(console.isDue(start + 325 * SECOND), "a tenth of the time that has passed");
    assertTrue(console.isDue(start + 340 * SECOND));
    command.written(start + 36_000 * SECOND);
    assertFalse(console.isDue(start + 36_059 * SECOND));
    assertTrue(console.isDue(start + 36_061 * SECOND), "once a minute at least");
  }

  /** Folds of eight seconds would never be heard of by themselves, and ten of them at once be heard of too often. */
  @Test
  void trainingsOfACommandShareTheTime() {
    long start = System.nanoTime();
    Console.Command command = new Console.Command();
    new Console(false, command);
    Console second = new Console(false, command);
    assertTrue(second.isDue(start + 12 * SECOND));
    assertEquals("NeuralNet (training no. 2 of this command): epoch 3" + System.lineSeparator(),
        printed(() -> second.progress("NeuralNet", "epoch 3")));
    assertFalse(new Console(false, command).isDue(System.nanoTime()));
  }

  @Test
  void phasesAreForDebuggingAlone() {
    Console.Command command = new Console.Command();
    assertEquals("", printed(() -> new Console(false, command).phase("NeuralClusterer", "K-means")));
    assertEquals("NeuralClusterer: K-means" + System.lineSeparator(),
        printed(() -> new Console(true, new Console.Command()).phase("NeuralClusterer", "K-means")));
    assertTrue(new Console(true, new Console.Command()).isDue(System.nanoTime() + 2 * SECOND));
  }

  /** A test is no command: whoever builds in a program of his own has his error stream for himself. */
  @Test
  void programsAreNotDisturbed() {
    assertFalse(Caller.isCommandLine());
    assertEquals("", printed(() -> Progress.of(null, false, "NeuralNet", "").message("anything")));
    assertTrue(printed(() -> Progress.of(null, true, "NeuralNet", "").message("anything")).endsWith(
        ": anything" + System.lineSeparator()));
  }
}
