package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.io.ModelFile;

/** The Java code in the documentation compiles, runs and does what the page says. */
class DocumentedCodeTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public (?:final )?(?:class|record) (\\w+)");

  @TempDir
  private Path folder;

  /** Compiles the code blocks of a page that declare a public type; the names of the types. */
  private List<String> compile(Path page) throws IOException {
    List<String> blocks = CODE.matcher(Files.readString(page)).results().map(m -> m.group(1))
        .filter(code -> CLASS.matcher(code).find()).toList();
    List<String> names = blocks.stream().map(DocumentedCodeTest::typeName).toList();
    for (int i = 0; i < blocks.size(); i++) {
      Files.writeString(folder.resolve(names.get(i) + ".java"), blocks.get(i));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = names.stream().map(n -> folder.resolve(n + ".java")).toList();
      List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"),
          "-Xlint:all,-path,-processing");
      boolean compiled = compiler.getTask(messages, files, null, options, null,
          files.getJavaFileObjectsFromPaths(sources)).call();
      assertTrue(compiled, () -> page + ": " + messages);
    }
    assertEquals("", messages.toString(), "warnings of the compiler for " + page);
    return names;
  }

  private static String typeName(String code) {
    Matcher found = CLASS.matcher(code);
    assertTrue(found.find());
    return found.group(1);
  }

  /** What the program prints. */
  private String run(String type, String... args) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        PrintStream to = new PrintStream(printed, true)) {
      System.setOut(to);
      loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) args);
    } finally {
      System.setOut(console);
    }
    return printed.toString();
  }

  @Test
  void theEngineLearnsXor() throws Exception {
    List<String> types = compile(Path.of("docs", "engine.md"));
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
