package ruru.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.ElfFile;

/**
 * The native code of every platform stands in the zip where the engine and its two libraries look for it, and OpenBLAS
 * has a name of its own. That it runs is seen only on the platform of the test itself, in {@link PackageIT}.
 */
class NativesIT {
  private static final long LARGEST_ZIP = 60_000_000;
  private static final String FOLDER = "ruru/blas/openblas/";

  /** What Java calls the system and the processor there. */
  private static final Map<String, List<String>> SYSTEMS = Map.of(
      "linux-x86_64", List.of("Linux", "amd64"),
      "linux-arm64", List.of("Linux", "aarch64"),
      "windows-x86_64", List.of("Windows 11", "amd64"),
      "macosx-arm64", List.of("Mac OS X", "aarch64"),
      "macosx-x86_64", List.of("Mac OS X", "x86_64"));

  private static final Map<String, List<String>> FILES = Map.of(
      "linux-x86_64", List.of("quadmath-ruru.so", "gfortran-ruru.so", "openblas-ruru.so"),
      "linux-arm64", List.of("gfortran-ruru.so", "openblas-ruru.so"),
      "windows-x86_64", List.of("openblas-ruru.dll"),
      "macosx-arm64", List.of("openblas-ruru.dylib"),
      "macosx-x86_64",
      List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib", "openblas-ruru.dylib"));

  /** What every Linux with glibc has. */
  private static final String OF_THE_SYSTEM = "libc[.]so[.]6|libm[.]so[.]6|libgcc_s[.]so[.]1|ld-linux-.*";
  private static final int DT_NEEDED = 1;
  private static final int DT_SONAME = 14;
  private static final int DT_SYMBOLIC = 16;

  /** Everything of OpenBLAS in the zip, by the path in its jar. */
  private static final Map<String, byte[]> PACKED = new LinkedHashMap<>();

  @BeforeAll
  static void readZip() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(PackageIT.ZIP))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().matches("lib/openblas-.*-ruru[.]jar")) {
          ZipInputStream jar = new ZipInputStream(zip);
          for (ZipEntry file = jar.getNextEntry(); file != null; file = jar.getNextEntry()) {
            if (file.getName().startsWith(FOLDER) && !file.isDirectory()) {
              PACKED.put(file.getName().substring(FOLDER.length()), jar.readAllBytes());
            }
          }
        }
      }
    }
  }

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
    List<String> expected = new ArrayList<>(List.of("NOTICE"));
    for (String platform : platforms()) {
      expected.add(platform + "/index");
      FILES.get(platform).forEach(file -> expected.add(platform + "/" + file));
    }
    assertThat(PACKED.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(PackageIT.entries(PackageIT.ZIP)).noneMatch(name -> name.startsWith("org/bytedeco/"));
    assertThat(PackageIT.entries(PackageIT.ZIP).stream().filter(name -> name.startsWith(FOLDER) && !name.endsWith("/")))
        .as("each once").hasSameSizeAs(PACKED.keySet());
  }

  @Test
  void indexesTellTheTruth() {
    for (String platform : platforms()) {
      List<String> lines = text(platform + "/index").lines().toList();
      assertThat(lines.get(0)).matches("OpenBLAS [0-9.]+");
      List<String> files = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] parts = line.split(" ");
        byte[] file = PACKED.get(platform + "/" + parts[2]);
        CRC32 crc = new CRC32();
        crc.update(file);
        assertThat(List.of(Long.parseLong(parts[0], 16), Long.parseLong(parts[1]))).as(platform + " " + line)
            .isEqualTo(List.of(crc.getValue(), (long) file.length));
        files.add(parts[2]);
      }
      assertThat(files).isEqualTo(FILES.get(platform));
    }
    assertThat(text("NOTICE")).contains("Changed for Ruru").contains("DT_SYMBOLIC");
  }

  /** Of the packed files themselves: a name that a system's library has makes the two change places. */
  @Test
  void linuxLibrariesHaveNamesOfTheirOwn() {
    for (String platform : platforms()) {
      if (platform.startsWith("linux")) {
        for (String file : FILES.get(platform)) {
          ElfFile elf = new ElfFile(PACKED.get(platform + "/" + file));
          assertThat(elf.names(DT_SONAME)).as(platform).containsExactly(file);
          assertThat(elf.names(DT_NEEDED)).as(platform + " " + file)
              .allMatch(name -> FILES.get(platform).contains(name) || name.matches(OF_THE_SYSTEM));
        }
        ElfFile openBlas = new ElfFile(PACKED.get(platform + "/openblas-ruru.so"));
        assertThat(openBlas.names(DT_NEEDED)).contains("gfortran-ruru.so");
        assertThat(openBlas.values(DT_SYMBOLIC)).as(platform + " binds its own symbols first").containsExactly(0L);
      }
    }
  }

  private static String text(String file) {
    return new String(PACKED.get(file), StandardCharsets.UTF_8);
  }

  /** JNA's names for the platforms. */
  @Test
  void jnaFindsItsLibrary() throws IOException {
    assertThat(PackageIT.entries(PackageIT.ZIP)).contains("com/sun/jna/linux-x86-64/libjnidispatch.so",
        "com/sun/jna/linux-aarch64/libjnidispatch.so", "com/sun/jna/win32-x86-64/jnidispatch.dll",
        "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib", "com/sun/jna/darwin-x86-64/libjnidispatch.jnilib");
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
    assertThat(PackageIT.entries(PackageIT.ZIP)).containsAll(loader.asked);
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
