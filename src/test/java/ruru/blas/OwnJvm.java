package ruru.blas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A JVM with this one's class path, which may die. It stands in a folder of its own, as do its temporary files. */
final class OwnJvm {
  private static final int TIMEOUT_SECONDS = 120;

  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();

  /** How a JVM ended, and all that it printed. */
  record Result(int exit, String output) {
    /** The lines that begin with a word. */
    List<String> lines(String word) {
      return output.lines().filter(line -> line.startsWith(word)).toList();
    }
  }

  OwnJvm(Path folder) throws IOException {
    this.folder = folder;
    options.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    options.add("-D" + NativeFolders.PROPERTY + "=" + cache().getParent());
    options.add("--enable-native-access=ALL-UNNAMED");
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** One for all tests, so that OpenBLAS is unpacked once. */
  static Path cache() {
    return Path.of(System.getProperty(NativeFolders.PROPERTY, "target/cache"), "ruru").toAbsolutePath();
  }

  /** Those after take precedence. */
  OwnJvm with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  OwnJvm where(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  Process start(Class<?> main, Path output, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
        "LD_LIBRARY_PATH"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  Result run(Class<?> main, String... args) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, main.getSimpleName(), ".txt");
    Process process = start(main, output, args);
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    if (!ended) {
      throw new AssertionError("not ended after " + TIMEOUT_SECONDS + " s: " + text);
    }
    return new Result(process.exitValue(), text);
  }
}
