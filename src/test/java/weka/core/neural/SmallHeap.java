package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with little memory. */
public final class SmallHeap {
  private static final int LONGEST_SECONDS = 120;

  private SmallHeap() {}

  /**
   * Runs a program to its end.
   *
   * @param folder where its output is put
   * @return all that it printed
   */
  public static String run(Path folder, int megabytes, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + megabytes + "m",
        "-Djava.awt.headless=true", "-Druru.blas=java", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
    command.addAll(List.of(arguments));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = java.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    java.destroyForcibly().waitFor();
    String told = Files.readString(output);
    assertTrue(ended, () -> "still at work after " + LONGEST_SECONDS + " s:\n" + told);
    assertEquals(0, java.exitValue(), told);
    return told;
  }
}
