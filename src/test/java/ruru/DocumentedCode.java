package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java code of a page of the documentation. */
public final class DocumentedCode {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public (?:final )?(?:class|record) (\\w+)");

  private DocumentedCode() {}

  /**
   * Compiles the code blocks of a page that declare a public type into a folder; returns the names of the types.
   * Warnings count as errors.
   */
  public static List<String> compile(Path page, Path folder) throws IOException {
    List<String> blocks = CODE.matcher(Files.readString(page)).results().map(m -> m.group(1))
        .filter(code -> CLASS.matcher(code).find()).toList();
    List<String> names = blocks.stream().map(DocumentedCode::typeName).toList();
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
}
