package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.ElfFile;

/** How a JVM starts in which native code kills it, finds no place, or is killed; and what it leaves behind. */
class NativeStartTest {
  private static final String BUNDLED = "(?s).*BLAS: OpenBLAS [0-9.]+ \\(bundled\\)\\R.*";

  @TempDir
  Path folder;

  @BeforeAll
  static void onLinuxOnly() {
    assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
        "the build brings OpenBLAS for Linux on x86-64 only");
  }

  /** For a JVM of its own: says who computes, then waits to be killed. */
  static final class Waits {
    public static void main(String[] args) throws InterruptedException {
      System.out.println("computes: " + BlasProvider.get().name());
      Thread.sleep(Duration.ofMinutes(2).toMillis());
    }
  }

  /** A library whose axpy is no code: it loads, and kills the JVM when it first computes. */
  @Test
  void whatKilledAJvmIsNotTriedAgain() throws Exception {
    Path cache = folder.resolve("cache");
    Path killer = killer();
    String[] options = {"-Ddev.ludovic.netlib.blas.nativeLibPath=" + killer, "-Druru.cache=" + cache};

    OwnJvm.Result first = jvm(options).run(BlasProgram.class, "system");
    assertNotEquals(0, first.exit(), first.output());
    assertTrue(first.output().contains("SIGILL"), first.output());
    List<Path> markers = markers(cache.resolve("ruru"));
    assertEquals(1, markers.size());

    for (int i = 0; i < 2; i++) {
      OwnJvm.Result next = jvm(options).run(BlasProgram.class, "system");
      assertEquals(0, next.exit(), next.output());
      assertTrue(next.output().matches("(?s).*BLAS: plain Java; not system \\(Java died while it tried this on .*, see "
          + ".*/hs_err_pid[0-9]+[.]log; it is tried again when you delete .*/trial-.*[.]properties\\); "
          + "not openblas \\(no native code after that\\); not vector .*"), next.output());
    }
    OwnJvm.Result bundled = jvm(options).run(BlasProgram.class, "default");
    assertTrue(bundled.output().matches(BUNDLED), bundled.output());

    Files.delete(markers.get(0));
    OwnJvm.Result again = jvm(options).run(BlasProgram.class, "system");
    assertNotEquals(0, again.exit(), again.output());
  }

  @Test
  void twoAtOnceBothGetIt() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      outputs.add(folder.resolve("output" + i));
      processes.add(new OwnJvm(folder).with("-Druru.cache=" + folder.resolve("cache"))
          .start(BlasProgram.class, outputs.get(i), "default"));
    }
    for (int i = 0; i < 3; i++) {
      assertTrue(processes.get(i).waitFor(2, TimeUnit.MINUTES));
      String output = Files.readString(outputs.get(i));
      assertTrue(output.matches(BUNDLED), output);
      assertEquals(Files.readString(outputs.get(0)).lines().filter(l -> l.startsWith("BITS")).toList(),
          output.lines().filter(l -> l.startsWith("BITS")).toList());
    }
    assertEquals(List.of(), markers(folder.resolve("cache/ruru")));
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    for (String keys : List.of("openblas", "openblas openblas")) {
      OwnJvm jvm = new OwnJvm(folder);
      assertTrue(jvm.run(BlasProgram.class, keys.split(" ")).output().matches(BUNDLED));
      assertEquals(List.of(), files(jvm.temporary()));
      assertEquals(List.of(), files(OwnJvm.cache()).stream().filter(f -> Files.isRegularFile(f)).toList());
    }
  }

  @Test
  void nothingIsLeftBehindByOneThatIsKilled() throws Exception {
    OwnJvm jvm = new OwnJvm(folder);
    Path output = folder.resolve("output");
    Process process = jvm.start(Waits.class, output);
    try {
      while (!Files.readString(output).contains("computes:")) {
        assertTrue(process.isAlive(), Files.readString(output));
        Thread.sleep(20);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertTrue(Files.readString(output).matches("(?s).*computes: OpenBLAS .*"), Files.readString(output));
    assertEquals(List.of(), files(jvm.temporary()));
    assertEquals(List.of(), files(OwnJvm.cache()).stream().filter(f -> Files.isRegularFile(f)).toList());
  }

  @Test
  void aDamagedCopyIsReplaced() throws Exception {
    Path cache = folder.resolve("cache");
    OwnJvm.Result first = new OwnJvm(folder).with("-Druru.cache=" + cache).run(BlasProgram.class, "default");
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".so")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 8;
        Files.write(file, bytes);
      }
    }
    OwnJvm.Result second = new OwnJvm(folder).with("-Druru.cache=" + cache).run(BlasProgram.class, "default");
    assertEquals(0, second.exit(), second.output());
    assertEquals(first.lines("BITS"), second.lines("BITS"));
  }

  /** No home, as in a container, and a cache that cannot be one. */
  @Test
  void withoutAHomeTemporaryFilesServe() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    OwnJvm jvm = new OwnJvm(folder).with("-Druru.cache=" + file, "-Duser.home=?", "-Duser.name=nobody")
        .where("XDG_CACHE_HOME", file.toString());
    OwnJvm.Result result = jvm.run(BlasProgram.class, "default");
    assertTrue(result.output().matches(BUNDLED), result.output());
    assertTrue(result.output().contains("BLAS: native code is unpacked in " + jvm.temporary().toRealPath()
        + "/ruru-nobody, not in " + file + "/ruru ("), result.output());
  }

  @Test
  void withoutAnyFolderPlainJavaServes() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    OwnJvm.Result result = new OwnJvm(folder)
        .with("-Druru.cache=" + file, "-Duser.home=" + file, "-Djava.io.tmpdir=" + file)
        .where("XDG_CACHE_HOME", file.toString()).run(BlasProgram.class, "default");
    assertEquals(0, result.exit(), result.output());
    assertTrue(result.output().matches("(?s).*BLAS: plain Java; not openblas \\(no folder is usable for native code: "
        + ".*"),
        result.output());
  }

  /** A file system on which nothing may be longer than 10 MB, as it were. */
  @Test
  void aFullDiskIsSaid() throws Exception {
    Path script = Files.writeString(folder.resolve("java.sh"), "ulimit -f 10000\nexec \"$@\"\n");
    Process process = new ProcessBuilder("bash", script.toString(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Druru.cache=" + folder.resolve("cache"),
        "-Duser.home=?", "-Djava.io.tmpdir=" + folder, "-cp", OwnJvm.classPath(),
        BlasProgram.class.getName(), "default")
        .redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.matches("(?s).*BLAS: .*; not openblas \\(no folder is usable for native code: .*"
        + "\\(IOException: File too large\\).*"), output);
    try (Stream<Path> left = Files.walk(folder.resolve("cache"))) {
      assertEquals(List.of(), left.filter(f -> f.toString().endsWith(".tmp")).toList());
    }
  }

  /** Blanks and letters that are not in ASCII. */
  @Test
  void aFolderMayHaveAnyName() throws Exception {
    OwnJvm.Result result = new OwnJvm(folder).with("-Druru.cache=" + folder.resolve("caché d'été 1"))
        .where("LC_ALL", "C.UTF-8").run(BlasProgram.class, "default");
    assertTrue(result.output().matches(BUNDLED), result.output());
  }

  /** As left by another version of JNA, to which a property leads. */
  @Test
  void aLibraryOfJnaThatDoesNotFitCostsNoMoreThanSpeed() throws Exception {
    byte[] library;
    try (InputStream in = Native.class.getResourceAsStream("/com/sun/jna/linux-x86-64/libjnidispatch.so")) {
      library = in.readAllBytes();
    }
    String text = new String(library, StandardCharsets.ISO_8859_1)
        .replaceAll("\0[0-9](\\.[0-9]\\.[0-9])\0", "\0" + "1$1\0");
    Files.write(folder.resolve("libjnidispatch.so"), text.getBytes(StandardCharsets.ISO_8859_1));
    OwnJvm.Result result = new OwnJvm(folder).with("-Djna.boot.library.path=" + folder)
        .run(BlasProgram.class, "default");
    assertEquals(0, result.exit(), result.output());
    assertTrue(result.output().contains("; not openblas (Error: There is an incompatible JNA native library installed "
        + "on this system)"), result.output());
  }

  /** The killer finds what it needs beside it. */
  private OwnJvm jvm(String... options) throws IOException {
    return new OwnJvm(folder).with(options).where("LD_LIBRARY_PATH", folder.toString());
  }

  private Path killer() throws IOException {
    BundledFiles files = BundledFiles.ofThisPlatform();
    List<Path> unpacked = files.unpackInto(Files.createDirectories(OwnJvm.cache()));
    Path library = unpacked.get(unpacked.size() - 1);
    byte[] bytes = Files.readAllBytes(library);
    int code = new ElfFile(bytes).code("saxpy_");
    // The instruction ud2 of x86-64.
    bytes[code] = 0x0f;
    bytes[code + 1] = 0x0b;
    for (Path needed : unpacked) {
      Files.copy(needed, folder.resolve(needed.getFileName()));
    }
    return Files.write(folder.resolve(library.getFileName()), bytes);
  }

  private static List<Path> markers(Path cache) throws IOException {
    return files(cache).stream().filter(f -> f.getFileName().toString().startsWith("trial-")).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> !f.getFileName().toString().startsWith("hsperfdata")).toList();
    }
  }
}
