package ruru.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A fresh home of Weka and a JDK to run it on. What a run prints is returned, and kept in a file beside the home. */
final class InstalledWeka {
  private static final int TIMEOUT_SECONDS = 120;

  private final Jdk jdk;
  private final Path weka;
  private final Path folder;
  private int runs;

  /** Makes the home, offline, and installs the package in it. */
  InstalledWeka(Jdk jdk, Path weka, Path folder) throws IOException {
    this.jdk = jdk;
    this.weka = weka;
    this.folder = folder;
    Path properties = Files.createDirectories(home().resolve("props"));
    Files.writeString(properties.resolve("PackageManager.props"), "weka.packageManager.offline=true\n");
  }

  Path home() {
    return folder.resolve("wekahome");
  }

  Path folder() {
    return folder;
  }

  /** Runs a main class of Weka in a JVM of its own; both streams are returned. */
  String run(String mainClass, String... args) throws IOException, InterruptedException {
    return run(List.of(), mainClass, args);
  }

  String run(List<String> jvmOptions, String mainClass, String... args) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add(0, "--add-opens=java.base/java.lang=ALL-UNNAMED");
    return runAsGiven(options, mainClass, args);
  }

  /** Without the option that Weka's own start scripts give. */
  String runAsGiven(List<String> jvmOptions, String mainClass, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-Druru.cache=" + folder.resolve("cache"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", weka.toString(), mainClass));
    command.addAll(List.of(args));
    runs++;
    File output = folder.resolve(runs + "-" + mainClass + ".txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectErrorStream(true).redirectOutput(output);
    Map<String, String> environment = builder.environment();
    environment.put("WEKA_HOME", home().toString());
    environment.keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String text = String.join(" ", command) + "\n" + Files.readString(output.toPath(), StandardCharsets.UTF_8);
    if (!ended) {
      throw new AssertionError("not ended after " + TIMEOUT_SECONDS + " s: " + text);
    }
    return text;
  }
}
