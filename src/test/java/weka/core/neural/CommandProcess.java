package weka.core.neural;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A command as a user starts it, in a JVM of its own, that can be sent signals. */
public final class CommandProcess implements AutoCloseable {
  private static final int LONGEST_SECONDS = 60;
  /** Of signals, on Linux. */
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private final Process process;
  private final Path output;
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final Thread reader;

  /** @param folder where the command runs and leaves its output */
  public CommandProcess(Path folder, Class<?> main, String... arguments) throws IOException {
    Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "skipped: Windows has no kill");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), "-Djava.awt.headless=true", main.getName()));
    command.addAll(List.of(arguments));
    output = folder.resolve("output.txt");
    process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(output.toFile()).start();
    reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader in = process.errorReader()) {
      in.lines().forEach(errors::add);
    } catch (IOException e) {
      errors.add(e.toString());
    }
  }

  /** Waits until the error stream has a line that matches. */
  public void await(String line) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (errors().stream().noneMatch(l -> l.matches(line))) {
      Assertions.assertTrue(process.isAlive() && System.nanoTime() < end,
          () -> "no line '" + line + "' in:\n" + String.join("\n", errors()));
      Thread.sleep(10);
    }
  }

  public void signal(String name) throws IOException, InterruptedException {
    Assumptions.assumeFalse(isIgnored(name), "skipped: SIG" + name + " is ignored by what started the tests, such as a "
        + "script's '&' or nohup, and so by its programs");
    int status = new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start().waitFor();
    Assertions.assertEquals(0, status, "kill");
  }

  /** Java leaves a signal alone that is ignored when it starts. Only Linux says whether one is. */
  private boolean isIgnored(String name) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored = Files.readAllLines(status).stream().filter(l -> l.startsWith("SigIgn:")).findFirst().orElseThrow()
        .split("\\s+")[1];
    return (Long.parseUnsignedLong(ignored, 16) >>> NUMBERS.get(name) - 1 & 1) == 1;
  }

  /** The exit status. */
  public int end() throws InterruptedException {
    Assertions.assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS),
        () -> "still at work:\n" + String.join("\n", errors()));
    reader.join();
    return process.exitValue();
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  public List<String> errors() {
    synchronized (errors) {
      return List.copyOf(errors);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
