package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The pictures of the packages in docs/architecture.md are those of the code; main draws them anew. */
class PackagePictureTest {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Pattern PICTURE = Pattern.compile("(?s)(<!-- packages of (\\w+) -->\n```mermaid\n)(.*?)(```\n)");

  public static void main(String[] none) throws IOException {
    Files.writeString(PAGE, drawn());
  }

  @Test
  void thePageShowsThePackagesAsTheyAre() throws IOException {
    Assumptions.assumeTrue(Files.exists(PAGE), "skipped: there are no documents beside the tests");
    assertEquals(drawn(), Files.readString(PAGE), "main of this class draws the pictures anew");
  }

  private static String drawn() throws IOException {
    Map<String, Set<String>> arrows = Packages.withoutDetours(Packages.arrows(new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS).importPackages("ruru", "weka")));
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    StringBuilder page = new StringBuilder();
    while (picture.find()) {
      String root = picture.group(2);
      picture.appendReplacement(page, Matcher.quoteReplacement(
          picture.group(1) + graph(arrows, p -> p.equals(root) || p.startsWith(root + ".")) + picture.group(4)));
    }
    return picture.appendTail(page).toString();
  }

  /** From the top down; what is outside is left out. */
  private static String graph(Map<String, Set<String>> arrows, Predicate<String> inside) {
    StringBuilder text = new StringBuilder("graph TD\n");
    arrows.forEach((from, known) -> known.stream().filter(to -> inside.test(from) && inside.test(to))
        .forEach(to -> text.append("  ").append(from).append(" --> ").append(to).append('\n')));
    return text.toString();
  }
}
