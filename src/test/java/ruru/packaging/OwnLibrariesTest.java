package ruru.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.ElfFile;

/** The step of the build that gives OpenBLAS a name of its own changes nothing that it does not know. */
class OwnLibrariesTest {
  private static final Path PROGRAM = Path.of("src/build/java/ruru/build/OwnLibraries.java").toAbsolutePath();
  private static final String VERSION = "9.8.7-1.2.3";
  private static final int DT_NEEDED = 1;
  private static final int DT_SONAME = 14;
  private static final int DT_SYMBOLIC = 16;

  private static final Map<String, byte[]> ORIGINALS = new HashMap<>();

  @TempDir
  Path folder;

  @BeforeAll
  static void readOriginals() throws IOException {
    Path jar = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .split(File.pathSeparator)).map(Path::of)
        .filter(p -> p.getFileName().toString().matches("openblas-.*-linux-x86_64[.]jar")).findFirst().orElse(null);
    assumeTrue(jar != null && Files.exists(PROGRAM), "skipped: not in a build for Linux on x86-64");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String file : List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0")) {
        String name = "org/bytedeco/openblas/linux-x86_64/" + file;
        ORIGINALS.put(name, zip.getInputStream(zip.getEntry(name)).readAllBytes());
      }
    }
  }

  @Test
  void namesAreChangedAndNothingElse() throws Exception {
    String output = run(VERSION, "linux-x86_64", file -> file);
    assertEquals("", output);
    List<String> index = Files.readAllLines(made("index"));
    assertEquals("OpenBLAS 9.8.7", index.get(0));
    assertEquals(List.of("quadmath-ruru.so", "gfortran-ruru.so", "openblas-ruru.so"),
        index.stream().skip(1).map(line -> line.split(" ")[2]).toList());
    for (Map.Entry<String, byte[]> original : ORIGINALS.entrySet()) {
      String name = original.getKey().replaceFirst(".*/lib(.*)[.]so[.].", "$1-ruru.so");
      byte[] changed = Files.readAllBytes(made(name));
      ElfFile elf = new ElfFile(changed);
      assertEquals(List.of(name), elf.names(DT_SONAME));
      assertEquals(name.startsWith("openblas") ? 1 : 0, elf.values(DT_SYMBOLIC).size());
      assertTrue(elf.names(DT_NEEDED).stream().noneMatch(n -> n.matches("lib(openblas|gfortran|quadmath).*")));
      assertEquals(original.getValue().length, changed.length);
      int different = 0;
      for (int i = 0; i < changed.length; i++) {
        different += changed[i] == original.getValue()[i] ? 0 : 1;
      }
      assertTrue(different <= 16 * 3, name + ": " + different + " bytes");
    }
    assertTrue(Files.readString(made("../NOTICE")).contains("DT_SYMBOLIC"));
  }

  @Test
  void whatIsUpToDateIsLeftAlone() throws Exception {
    run(VERSION, "linux-x86_64", file -> file);
    FileTime first = Files.getLastModifiedTime(made("index"));
    run(VERSION, "linux-x86_64", null);
    assertEquals(first, Files.getLastModifiedTime(made("index")));
    Files.delete(made("gfortran-ruru.so"));
    run(VERSION, "linux-x86_64", null);
    assertTrue(Files.exists(made("gfortran-ruru.so")));
    run(VERSION, "none", null);
    assertFalse(Files.exists(made("index")));
  }

  /** Each is a way in which another version could differ. */
  @Test
  void whatIsNotAsExpectedFails() throws Exception {
    assertFails("it names 'libopenblaz.so.0', expected .*",
        text -> text.replace("\0libopenblas.so.0\0", "\0libopenblaz.so.0\0"));
    assertFails("it names 'libgfortran.so.6', expected .*",
        text -> text.replace("\0libgfortran.so.5\0", "\0libgfortran.so.6\0"));
    assertFails("'libopenblas.so.0' is part of another name",
        text -> text.replace("\0openblas_set_num_threads_\0", "\0xxxxxxxxxlibopenblas.so.0\0"));
    assertFails("it has 0 entries DT_RELACOUNT",
        text -> text.replace("\u00f9\u00ff\u00ffo\0\0\0\0", "\u00f8\u00ff\u00ffo\0\0\0\0"));
    assertFails("it is no 64-bit little-endian ELF file", text -> text.replace("\u007fELF\2", "\u007fELF\1"));
  }

  @Test
  void anUnknownPlatformFails() throws Exception {
    assertTrue(run(VERSION, "linux-riscv64", null)
        .contains("openblas-9.8.7-1.2.3-linux-riscv64.jar is not on the class path"));
  }

  private void assertFails(String message, UnaryOperator<String> change) throws Exception {
    String output = run(VERSION, "linux-x86_64", change);
    assertTrue(output.matches("(?s).*IOException: libopenblas.so.0 is not as expected, so it was not changed: "
        + message + "\\R.*"), output);
    assertFalse(Files.exists(made("index")));
  }

  private Path made(String name) {
    return folder.resolve("out/ruru/blas/openblas/linux-x86_64").resolve(name);
  }

  /**
   * Makes a jar of the originals and runs the program on it.
   *
   * @param change what to do to OpenBLAS's file, byte by byte as Latin-1; null for the jar of the last time
   * @return what it prints; it succeeds if that is empty
   */
  private String run(String version, String platform, UnaryOperator<String> change) throws Exception {
    Path jar = folder.resolve("openblas-" + version + "-linux-x86_64.jar");
    if (change != null) {
      Files.deleteIfExists(made("index"));
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
        zip.setLevel(0);
        for (Map.Entry<String, byte[]> original : ORIGINALS.entrySet()) {
          zip.putNextEntry(new ZipEntry(original.getKey()));
          byte[] bytes = original.getValue();
          if (original.getKey().endsWith("libopenblas.so.0")) {
            String changed = change.apply(new String(bytes, StandardCharsets.ISO_8859_1));
            bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(original.getValue().length, bytes.length);
          }
          zip.write(bytes);
        }
      }
    }
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", PROGRAM.toString(), PROGRAM.toString(), folder.resolve("out").toString(), version,
        platform, jar.toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) {
      assertEquals("", output);
    } else {
      assertNotEquals("", output);
    }
    return output;
  }
}
