package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A class loader with its own copy of dev.ludovic.netlib's native stub. The stub looks for a BLAS library only once,
 * when its class is initialised; with a copy for each attempt, a library that does not load leaves the next one its
 * chance. All other classes, the interface {@link BLAS} among them, are those of the caller.
 */
final class NetlibStubLoader extends ClassLoader {
  // The superclass is copied too: it is not public, so it must stand in the same package of the same loader.
  private static final Set<String> COPIED =
      Set.of("dev.ludovic.netlib.blas.JNIBLAS", "dev.ludovic.netlib.blas.AbstractBLAS");

  NetlibStubLoader() {
    super(BLAS.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!COPIED.contains(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> copy = findLoadedClass(name);
      return copy != null ? copy : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
