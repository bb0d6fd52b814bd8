package ruru.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The native code of every platform stands in the zip under the names by which its two loaders look for it: JavaCPP for
 * OpenBLAS, dev.ludovic.netlib for its stub. Both are asked here what they would load on the platform. That it runs is
 * seen only on the platform of the test itself, in {@link PackageIT}.
 */
class NativesIT {
  private static final long LARGEST_ZIP = 60_000_000;

  /** What Java calls the system and the processor there. */
  private static final Map<String, List<String>> SYSTEMS = Map.of(
      "linux-x86_64", List.of("Linux", "amd64"),
      "linux-arm64", List.of("Linux", "aarch64"),
      "windows-x86_64", List.of("Windows 11", "amd64"),
      "macosx-arm64", List.of("Mac OS X", "aarch64"),
      "macosx-x86_64", List.of("Mac OS X", "x86_64"));

  /**
   * Found by JavaCPP in the whole jars and not needed: OpenBLAS for Apple's processors was built without Fortran, and
   * libgfortran.dylib is a second copy of libgfortran.5.dylib.
   */
  private static final String SPARE = ".*/macosx-arm64/lib(gfortran|gcc_s|quadmath)[.].*|.*/libgfortran[.]dylib";

  /** The platforms whose OpenBLAS the build put into the zip. */
  private static List<String> platforms() {
    return Stream.of(System.getProperty("ruru.natives").split(",")).filter(p -> !p.equals("none")).toList();
  }

  @Test
  void zipIsOfTheSizePromised() throws IOException {
    assertThat(Files.size(PackageIT.ZIP)).isLessThan(LARGEST_ZIP);
  }

  @Test
  void nothingElseThanThesePlatformsAndWhatTheyNeed() throws IOException {
    Set<String> needed = new LinkedHashSet<>();
    for (String platform : platforms()) {
      needed.addAll(filesThatJavacppLoads(platform));
    }
    assertThat(nativesInZip()).filteredOn(name -> name.startsWith("org/bytedeco/"))
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void openBlasIsWhereJavacppLooks() throws IOException {
    for (String platform : platforms()) {
      List<String> files = filesThatJavacppLoads(platform);
      assertThat(files).as(platform).anyMatch(f -> f.matches(".*/libopenblas[.].*"))
          .anyMatch(f -> f.matches(".*/(lib)?jniopenblas_nolapack[.].*"))
          .anyMatch(f -> f.matches(".*/(lib)?jnijavacpp[.].*"))
          .allMatch(f -> f.contains("/" + platform + "/"));
      assertThat(nativesInZip()).containsAll(files);
    }
  }

  private static List<String> nativesInZip() throws IOException {
    return PackageIT.entries(PackageIT.ZIP).stream()
        .filter(name -> name.matches("(org/bytedeco|resources/native)/.*[^/]"))
        .filter(name -> !name.matches(".*[.](class|properties)")).toList();
  }

  /** By JavaCPP's own search, in the jars from which the build takes the files. */
  private static List<String> filesThatJavacppLoads(String platform) {
    List<String> files = new ArrayList<>();
    for (Class<?> owner : List.of(Loader.class, openblas_nolapack.class)) {
      ClassProperties properties = Loader.loadProperties(owner, Loader.loadProperties(platform, null), true);
      List<String> libraries = new ArrayList<>();
      if (owner == openblas_nolapack.class) {
        libraries.addAll(properties.get("platform.preload"));
      }
      libraries.add(owner == Loader.class ? "jnijavacpp" : properties.getProperty("platform.library"));
      for (String library : libraries) {
        for (URL url : Loader.findLibrary(owner, properties, library)) {
          String file = url.getPath().replaceFirst(".*!/", "");
          if (url.getProtocol().equals("jar") && file.startsWith("org/bytedeco/openblas") == (owner != Loader.class)
              && !file.matches(SPARE)) {
            files.add(file);
            break;
          }
        }
      }
    }
    return files;
  }

  static Set<String> systems() {
    return SYSTEMS.keySet();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void stubIsWhereNetlibLooks(String platform) throws Exception {
    List<String> before = List.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    RecordingLoader loader = new RecordingLoader();
    try {
      pretend(SYSTEMS.get(platform));
      Class.forName("dev.ludovic.netlib.blas.JNIBLAS", true, loader);
    } catch (UnsatisfiedLinkError e) {
      // Another platform's stub cannot load here, and this one's not without a BLAS: what counts is the name asked for.
    } finally {
      pretend(before);
    }
    assertThat(loader.asked).hasSize(1);
    assertThat(nativesInZip()).containsAll(loader.asked);
  }

  private static void pretend(List<String> system) {
    System.setProperty("os.name", system.get(0));
    System.setProperty("os.arch", system.get(1));
  }

  /**
   * A class loader with its own copy of the stub's classes, so that they look again, which notes the files they ask
   * for.
   */
  private static final class RecordingLoader extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    RecordingLoader() {
      super(BLAS.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.matches("dev[.]ludovic[.]netlib[.]blas[.](JNI|Abstract)BLAS")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream in = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      asked.add(name);
      return super.getResourceAsStream(name);
    }
  }
}
