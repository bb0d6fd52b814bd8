package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Makes the implementations that dev.ludovic.netlib 3.2.0 holds, each by itself. The library's own entry point makes
 * all of them at once, keeps only the best Java one, and logs a line of its own; so the classes behind it are asked,
 * which are not public (hence the reflection).
 */
final class NetlibLoader {
  private static final String PACKAGE = "dev.ludovic.netlib.blas.";
  private static final String LIBRARY_PATH = PACKAGE + "nativeLibPath";

  private NetlibLoader() {}

  /** The native stub on the BLAS library in the file {@code path}. */
  static synchronized BLAS nativeFrom(String path) throws ReflectiveOperationException {
    // The property is only lent: other users of the library in this JVM must not see it.
    String before = System.getProperty(LIBRARY_PATH);
    System.setProperty(LIBRARY_PATH, path);
    try {
      return nativeStub();
    } finally {
      if (before == null) {
        System.clearProperty(LIBRARY_PATH);
      } else {
        System.setProperty(LIBRARY_PATH, before);
      }
    }
  }

  /** The native stub on the library that it finds by itself: libblas.so.3, or what its system properties say. */
  static synchronized BLAS nativeFromSystem() throws ReflectiveOperationException {
    try {
      return nativeStub();
    } catch (UnsatisfiedLinkError e) {
      throw new IllegalStateException("no library found such as libblas.so.3: " + e.getMessage());
    }
  }

  /** The Vector API; its class cannot be linked when the module jdk.incubator.vector is absent. */
  static BLAS vector() throws ReflectiveOperationException {
    return instance(NetlibLoader.class.getClassLoader(), "VectorBLAS");
  }

  /** Plain Java. */
  static BLAS java() throws ReflectiveOperationException {
    return instance(NetlibLoader.class.getClassLoader(), "Java11BLAS");
  }

  private static BLAS nativeStub() throws ReflectiveOperationException {
    return instance(new NetlibStubLoader(), "JNIBLAS");
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
