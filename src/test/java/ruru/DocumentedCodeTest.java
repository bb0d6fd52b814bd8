package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.io.ModelFile;

/** The Java code in the documentation compiles, runs and does what the page says. */
class DocumentedCodeTest {
  @TempDir
  private Path folder;

  /** What the program prints. */
  private String run(String type, String... args) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(to);
      loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) args);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theEngineLearnsXor() throws Exception {
    List<String> types = DocumentedCode.compile(Path.of("docs", "engine.md"), folder);
    assertEquals(List.of("Xor"), types);
    File model = folder.resolve("xor.ruru").toFile();
    String printed = run("Xor", model.toString());
    assertTrue(printed.contains("epoch 500, loss"), printed);
    Matcher row = Pattern.compile("([01]) xor ([01]): ([\\d.]+)").matcher(printed);
    int rows = 0;
    while (row.find()) {
      int truth = Integer.parseInt(row.group(1)) ^ Integer.parseInt(row.group(2));
      assertEquals(truth, Double.parseDouble(row.group(3)), 0.1, printed);
      rows++;
    }
    assertEquals(4, rows, printed);
    try (var in = Files.newInputStream(model.toPath())) {
      assertEquals("dense 4 tanh, output", ruru.nn.text.NetworkText.print(ModelFile.read(in).network().steps()));
    }
  }
}
