package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every provider of this machine keeps the contract, alone and called by several threads. */
class BlasTest {

  @ParameterizedTest
  @ValueSource(strings = {"openblas", "system", "java"})
  void keepsTheContract(String key) {
    BlasContract.check(provider(key));
  }

  @Test
  void vectorApiKeepsTheContract() throws Exception {
    assumeTrue(ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent(),
        "this Java has no module jdk.incubator.vector");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "-Druru.blas=vector", "-cp", OwnJvm.classPath(),
        BlasContract.class.getName())
        .redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("checked Vector API"), output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openblas", "system", "java"})
  void threadsAtOnceGiveTheBitsOfOne(String key) throws Exception {
    Blas blas = provider(key);
    float[] alone = BlasProgram.products(blas);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(pool.submit(() -> BlasProgram.products(blas)));
      }
      for (Future<float[]> result : results) {
        assertArrayEquals(alone, result.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Processor time, not the clock: it does not depend on what else the machine does. */
  @Test
  void openBlasUsesTheCallingThreadOnly() {
    Blas blas = provider("openblas");
    int n = 1000;
    float[] a = new float[n * n];
    float[] c = new float[n * n];
    OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // Java's compiler threads use time of the process too, so the quietest of some tries counts.
    double ratio = Double.POSITIVE_INFINITY;
    for (int attempt = 0; attempt < 8 && ratio >= 1.5; attempt++) {
      long processBefore = process.getProcessCpuTime();
      long threadBefore = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < 10; i++) {
        blas.gemm(false, false, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
      }
      double thread = threads.getCurrentThreadCpuTime() - threadBefore;
      ratio = Math.min(ratio, (process.getProcessCpuTime() - processBefore) / thread);
    }
    assertTrue(ratio < 1.5, "all threads used " + ratio + " times what the calling one did");
  }

  /** Each package of Weka has a class loader of its own, and two of them may hold this class: here a second one. */
  @Test
  void aSecondClassLoaderGetsABlasToo() throws Exception {
    BlasProvider.get();
    List<URL> urls = new ArrayList<>();
    for (String entry : OwnJvm.classPath().split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    try (URLClassLoader other = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      Class<?> provider = other.loadClass(BlasProvider.class.getName());
      assertNotSame(BlasProvider.class, provider);
      Object blas = provider.getMethod("get").invoke(null);
      Method check = other.loadClass(BlasContract.class.getName())
          .getDeclaredMethod("check", other.loadClass(Blas.class.getName()));
      check.setAccessible(true);
      check.invoke(null, blas);
      assertEquals(BlasProvider.get().name(), blas.toString());
    }
  }

  @Test
  void aNegativeOffsetIsRefused() {
    float[] x = new float[4];
    Blas blas = provider("java");
    assertThrows(IllegalArgumentException.class, () -> blas.axpy(2, 1, x, -1, x, 2));
    assertThrows(IllegalArgumentException.class,
        () -> blas.gemm(false, false, 1, 1, 1, 1, x, 0, 1, x, 1, 1, 0, x, -1, 1));
  }

  private static Blas provider(String key) {
    BlasCandidate candidate = BlasCandidate.all().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
    try {
      return candidate.load();
    } catch (Exception | LinkageError | AssertionError e) {
      assumeTrue(false, key + " cannot be had on this machine: " + e);
      throw new AssertionError(e);
    }
  }
}
