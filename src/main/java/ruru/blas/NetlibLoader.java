package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;

/**
 * Creates the implementations in dev.ludovic.netlib 3.2.0 individually. The library's own entry point creates all of
 * them at once, keeps only the best Java one, and writes to the log; so the underlying classes are used, which are not
 * public (hence the reflection).
 */
final class NetlibLoader {
  private static final String PACKAGE = "dev.ludovic.netlib.blas.";
  private static final String LIBRARY_PATH = PACKAGE + "nativeLibPath";
  private static final String LIBRARY_NAME = PACKAGE + "nativeLib";

  private NetlibLoader() {}

  /**
   * The native stub on the BLAS library in the file {@code library}.
   *
   * @param folder where the stub is unpacked; nothing is left there
   */
  static BLAS nativeFrom(Path library, Path folder) throws Exception {
    return LentProperties.during(Map.of(LIBRARY_PATH, library.toString()), () -> nativeStub(folder));
  }

  /**
   * The native stub on the library {@link #systemLibrary}.
   *
   * @throws IllegalStateException if there is none
   */
  static BLAS nativeFromSystem(Path folder) throws Exception {
    try {
      return nativeStub(folder);
    } catch (UnsatisfiedLinkError e) {
      // The JVM's message for a stub that has found no library; anything else concerns the stub's own file.
      if (String.valueOf(e.getMessage()).startsWith("unsupported JNI version")) {
        throw new IllegalStateException("no library found, such as " + systemLibrary());
      }
      throw e;
    }
  }

  /** What the stub opens by itself: a name that the system's loader looks up, or the file that a property names. */
  static String systemLibrary() {
    String system = System.getProperty("os.name");
    String name = system.startsWith("Mac") ? "/System/Library/Frameworks/Accelerate.framework/Accelerate"
        : system.startsWith("Windows") ? "libopenblas.dll" : "libblas.so.3";
    return System.getProperty(LIBRARY_PATH, System.getProperty(LIBRARY_NAME, name));
  }

  /** The Vector API; its class cannot be linked when the module jdk.incubator.vector is absent. */
  static BLAS vector() throws ReflectiveOperationException {
    return instance(NetlibLoader.class.getClassLoader(), "VectorBLAS");
  }

  /** Plain Java. */
  static BLAS java() throws ReflectiveOperationException {
    return instance(NetlibLoader.class.getClassLoader(), "Java11BLAS");
  }

  private static BLAS nativeStub(Path folder) throws Exception {
    try {
      Class.forName("org.netlib.util.intW", false, BLAS.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the classes org.netlib of Weka are missing: weka.jar provides them when Java is "
          + "started with --add-opens=java.base/java.lang=ALL-UNNAMED before -jar or -cp, or with that text in the "
          + "environment variable JDK_JAVA_OPTIONS");
    }
    try {
      return StubFiles.in(folder, () -> instance(new NetlibStubLoader(), "JNIBLAS"));
    } catch (ExceptionInInitializerError e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw e;
    }
  }

  private static BLAS instance(ClassLoader loader, String className) throws ReflectiveOperationException {
    Method method = Class.forName(PACKAGE + className, true, loader).getMethod("getInstance");
    method.setAccessible(true);
    try {
      return (BLAS) method.invoke(null);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(PACKAGE + className + " gives no instance", e.getCause());
    }
  }
}
