package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.layers.Dense;

class CatalogTest {
  @Test
  void findsWhatIsThere() {
    assertTrue(Catalog.LAYERS.names().containsAll(List.of("dense", "dropout", "relu", "output")));
    assertTrue(Catalog.LOSSES.names().containsAll(List.of("crossentropy", "squared")));
    assertTrue(Catalog.OPTIMIZERS.names().containsAll(List.of("adam", "sgd")));
    assertTrue(Catalog.SCHEDULES.names().containsAll(List.of("constant", "onecycle")));
    assertTrue(Catalog.INITIALIZERS.names().containsAll(List.of("zeros", "orthogonal")));
    assertEquals(Dense.class, Catalog.LAYERS.get("Dense"));
    assertEquals("dense", Catalog.nameOf(new Dense(3)));
  }

  @Test
  void helpersBesideTheRecordsAreNoMembers() {
    assertTrue(Catalog.LOSSES.names().stream().noneMatch(n -> n.contains("votes") || n.contains("package")));
    assertTrue(Catalog.OPTIMIZERS.names().stream().noneMatch("adamstep"::equals));
  }

  @Test
  void aNameLikeNoOtherIsAnsweredWithAll() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Catalog.OPTIMIZERS.get("quasiquantum"));
    assertEquals("there is no optimizer 'quasiquantum'; choose from " + String.join(", ", Catalog.OPTIMIZERS.names()),
        e.getMessage());
  }

  static Stream<Catalog<?>> catalogs() {
    return RecordTextTest.catalogs();
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void helpHasEveryNameAndSetting(Catalog<?> catalog) {
    String help = Help.of(catalog);
    for (String name : catalog.names()) {
      assertTrue(help.lines().anyMatch(l -> l.equals(name) || l.startsWith(name + " ")), name);
      String own = Help.of(catalog.get(name));
      assertTrue(help.contains(own), name);
      for (RecordComponent c : catalog.get(name).getRecordComponents()) {
        assertTrue(own.contains("\n      " + c.getName() + ": " + RecordText.setting(c).value()), own);
      }
    }
  }

  @Test
  void helpShowsRangeAndDefault() {
    assertEquals("dropout [rate=0.5]\n"
        + "    Dropout: in training, sets elements to 0 at random and scales up the rest.\n"
        + "    Shapes: [...] -> [...]\n"
        + "    Example: 'dense 64 relu, dropout 0.2' turns [20] into [64]\n"
        + "      rate: probability that an element is set to 0; at least 0 and below 1 (default 0.5)\n",
        Help.of(Catalog.LAYERS.get("dropout")));
  }

  @Test
  void theExampleOfTheGrammarIsANetwork() {
    String help = Help.ofGrammar("The output layer");
    List<String> examples = help.lines().filter(l -> l.startsWith("    ")).toList();
    assertEquals(1, examples.size());
    assertTrue(NetworkText.parse(examples.get(0)).size() > 2);
    assertTrue(help.contains("The output layer") && Presets.names().stream().allMatch(help::contains), help);
  }

  @Test
  void findsTheSameInAJar(@TempDir Path folder) throws Exception {
    Path classes = Path.of(Catalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("ruru with a space.jar");
    pack(classes, jar);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()},
        ClassLoader.getPlatformClassLoader())) {
      Class<?> catalog = loader.loadClass(Catalog.class.getName());
      assertNotSame(Catalog.class, catalog);
      for (String field : List.of("LAYERS", "LOSSES", "OPTIMIZERS", "SCHEDULES", "INITIALIZERS")) {
        Object inJar = catalog.getField(field).get(null);
        Catalog<?> here = (Catalog<?>) Catalog.class.getField(field).get(null);
        assertEquals(here.names(), catalog.getMethod("names").invoke(inJar), field);
      }
    }
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(folder.resolve("ruru"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(path).toString().replace(File.separatorChar, '/')));
        Files.copy(path, out);
      }
    }
  }
}
