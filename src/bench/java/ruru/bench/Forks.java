package ruru.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs of their own, like this one, for figures that depend on how a JVM was started. */
final class Forks {
  private Forks() {}

  /** @param jvmAndArgs options of the JVM, which start with '-', and arguments of the main class */
  static Process start(Class<?> main, ProcessBuilder.Redirect output, String... jvmAndArgs) throws IOException {
    List<String> options = new ArrayList<>();
    List<String> args = new ArrayList<>();
    for (String text : jvmAndArgs) {
      (text.startsWith("-") ? options : args).add(text);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Djava.awt.headless=true",
        "-Dslf4j.internal.verbosity=ERROR"));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output).start();
  }

  /** Runs it to its end; it prints where this program prints. */
  static void run(Class<?> main, String... jvmAndArgs) throws IOException, InterruptedException {
    int exit = start(main, ProcessBuilder.Redirect.INHERIT, jvmAndArgs).waitFor();
    if (exit != 0) {
      System.out.println(main.getSimpleName() + " ended with exit code " + exit + "; run it by itself to see why");
    }
  }
}
