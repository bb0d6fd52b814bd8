package ruru;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No text follows the language of the machine: the same numbers are written and read everywhere. Where Java leaves the
 * language open (a minus that is none, the digits of Arabic or Persian, a Turkish i), it is named, Locale.ROOT.
 */
@AnalyzeClasses(packages = {"ruru", "weka"}, importOptions = {ImportOption.DoNotIncludeTests.class,
    ImportOption.DoNotIncludeJars.class})
class LanguageTest {
  private static final Map<String, Set<String>> FOLLOWING = Map.of(
      "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
      "java.io.PrintStream", Set.of("printf", "format"),
      "java.io.PrintWriter", Set.of("printf", "format"),
      "java.util.Formatter", Set.of("<init>"),
      "java.util.Scanner", Set.of("<init>"),
      "java.text.DecimalFormat", Set.of("<init>"),
      "java.text.NumberFormat", Set.of("getInstance", "getNumberInstance", "getPercentInstance", "getIntegerInstance"),
      "java.text.SimpleDateFormat", Set.of("<init>"),
      "weka.core.Utils", Set.of("doubleToString", "arrayToString"),
      "weka.core.Attribute", Set.of("formatDate"));
  /** A parameter of one of these types names the language. */
  private static final List<String> NAMED = List.of("java.util.Locale", "java.text.DecimalFormatSymbols",
      "java.text.DateFormatSymbols");

  @ArchTest
  static final ArchRule NO_TEXT_FOLLOWS_THE_MACHINE =
      noClasses().should().callCodeUnitWhere(DescribedPredicate.describe("a text follows the language of the machine",
          (JavaCall<?> call) -> FOLLOWING.getOrDefault(call.getTargetOwner().getName(), Set.of())
              .contains(call.getTarget().getName())
              && call.getTarget().getRawParameterTypes().stream().noneMatch(t -> NAMED.contains(t.getName()))));
}
