package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A class loader with its own copy of dev.ludovic.netlib's native stub. The stub looks for a BLAS library only once,
 * when its class is initialised; with a copy for each attempt, a library that fails to load does not prevent the next
 * attempt. In the copy {@link StubFiles} takes the place of {@link java.nio.file.Files}. All other classes, the
 * interface {@link BLAS} among them, are those of the caller.
 */
final class NetlibStubLoader extends ClassLoader {
  private static final String STUB = "dev.ludovic.netlib.blas.JNIBLAS";
  // The superclass is copied too: it is not public, so it must be in the same package of the same loader.
  private static final Set<String> COPIED = Set.of(STUB, "dev.ludovic.netlib.blas.AbstractBLAS");

  NetlibStubLoader() {
    super(BLAS.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(StubFiles.class.getName())) {
      return StubFiles.class;
    }
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
      if (name.equals(STUB)) {
        bytes = renamed(bytes, "java/nio/file/Files", StubFiles.class.getName().replace('.', '/'));
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** A class file with one text of the constant pool (JVM specification, 4.4) replaced. */
  static byte[] renamed(byte[] classFile, String from, String to) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    ByteArrayOutputStream result = new ByteArrayOutputStream(classFile.length + to.length());
    DataOutputStream out = new DataOutputStream(result);
    out.write(in.readNBytes(8));
    int count = in.readUnsignedShort();
    out.writeShort(count);
    int replaced = 0;
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      switch (tag) {
        case 1 -> {
          String text = in.readUTF();
          replaced += text.equals(from) ? 1 : 0;
          out.writeUTF(text.equals(from) ? to : text);
        }
        case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
        case 15 -> out.write(in.readNBytes(3));
        case 3, 4, 9, 10, 11, 12, 17, 18 -> out.write(in.readNBytes(4));
        case 5, 6 -> {
          out.write(in.readNBytes(8));
          // Numbers of 64 bits count twice.
          i++;
        }
        default -> throw new IOException("unknown constant with tag " + tag);
      }
    }
    if (replaced != 1) {
      throw new IOException("the class names " + from + " " + replaced + " times");
    }
    in.transferTo(out);
    return result.toByteArray();
  }
}
