package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled OpenBLAS in a process with others, in several class loaders: everybody lives, each copy gives its own
 * bits every time, and the name is true. JVMs of their own, since what goes wrong here ends them.
 */
class ProcessWithTwoBlasTest {
  private static final String BUNDLED = "OpenBLAS [0-9.]+ \\(bundled\\)";

  private static final String OF_THE_SYSTEM =
      "BLAS of the system: OpenBLAS [0-9.]+, 1 thread by OPENBLAS_NUM_THREADS, .*/libopenblas.*";

  @TempDir
  Path folder;

  @BeforeAll
  static void onLinuxOnly() {
    assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
        "the build brings OpenBLAS for Linux on x86-64 only");
  }

  @Test
  void sixClassLoadersShareOne() throws Exception {
    OwnJvm.Result result = new OwnJvm(folder).run(BlasProgram.class, "openblas", "default", "openblas", "openblas",
        "default", "openblas");
    assertAlike(result, 6, BUNDLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openblas system", "system openblas", "openblas system openblas system openblas system",
      "system openblas system openblas system openblas", "default default default"})
  void aForeignOneIsOnTheSystem(String keys) throws Exception {
    Path foreign = foreign();
    String[] asked = keys.split(" ");
    OwnJvm.Result result = new OwnJvm(folder).where("LD_LIBRARY_PATH", path(foreign))
        .where("OPENBLAS_NUM_THREADS", "1").run(BlasProgram.class, asked);
    List<String> lines = result.lines("BITS");
    assertEquals(0, result.exit(), result.output());
    assertEquals(asked.length, lines.size(), result.output());
    for (int i = 0; i < asked.length; i++) {
      String name = asked[i].equals("system") ? OF_THE_SYSTEM : BUNDLED;
      assertTrue(lines.get(i).matches("BITS [0-9a-f]+ " + name), lines.get(i));
    }
    assertEquals(Arrays.stream(asked).distinct().count(), Set.copyOf(lines).size(), result.output());
    String bundled = lines.get(asked[0].equals("system") ? 1 : 0);
    assertEquals(bitsAlone(), bundled.split(" ")[1], result.output());
  }

  /** As in R, which loads its BLAS with the program. */
  @Test
  void aForeignOneIsInTheProcessFromTheStart() throws Exception {
    Path foreign = foreign();
    OwnJvm.Result result = new OwnJvm(folder).where("LD_LIBRARY_PATH", path(foreign))
        .where("LD_PRELOAD", foreign.resolve("libopenblas.so.0").toString())
        .run(BlasProgram.class, "default", "default");
    assertAlike(result, 2, BUNDLED);
    assertEquals(bitsAlone(), result.lines("BITS").get(0).split(" ")[1]);
  }

  @Test
  void theThreadsOfAForeignOneAreSaid() throws Exception {
    OwnJvm.Result result = new OwnJvm(folder).where("LD_LIBRARY_PATH", path(foreign()))
        .where("OPENBLAS_NUM_THREADS", "2").run(BlasProgram.class, "system");
    assertTrue(result.output().matches("(?s).*BLAS: BLAS of the system: OpenBLAS [0-9.]+, 2 threads by .*"),
        result.output());
  }

  private static Path foreign() {
    Path foreign = ForeignBlas.folder().orElse(null);
    assumeTrue(foreign != null, "skipped: no OpenBLAS of the system, neither installed nor in LD_LIBRARY_PATH");
    return foreign;
  }

  private static String path(Path foreign) {
    String before = System.getenv("LD_LIBRARY_PATH");
    return foreign + (before == null ? "" : File.pathSeparator + before);
  }

  private String bitsAlone() throws Exception {
    return new OwnJvm(folder).run(BlasProgram.class, "openblas").lines("BITS").get(0).split(" ")[1];
  }

  private static void assertAlike(OwnJvm.Result result, int count, String name) {
    List<String> lines = result.lines("BITS");
    assertEquals(0, result.exit(), result.output());
    assertEquals(count, lines.size(), result.output());
    assertEquals(1, lines.stream().collect(Collectors.toSet()).size(), result.output());
    assertTrue(lines.get(0).matches("BITS [0-9a-f]+ " + name), lines.get(0));
  }
}
