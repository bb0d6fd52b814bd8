package ruru;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Who may know AWT and Swing: on a server without a display, in the Experimenter and on the command line the schemes
 * run as they do in the Explorer.
 */
@AnalyzeClasses(packages = {"ruru", "weka"}, importOptions = {ImportOption.DoNotIncludeTests.class,
    ImportOption.DoNotIncludeJars.class})
class HeadlessTest {
  /** Classes that look for Weka's windows, and do so only where there are any. */
  private static final Set<String> LOOK_FOR_WINDOWS =
      Set.of("weka.core.neural.run.OpenWindows", "weka.core.neural.run.ResultEntry");
  /** What draws charts and graphs into files. */
  private static final Set<String> DRAW =
      Set.of("weka.core.neural.curves.picture.ChartImage", "weka.core.neural.curves.picture.ClusterPicture",
          "weka.core.neural.curves.picture.CurvePicture",
          "weka.core.neural.compare.CurveChart", "weka.core.neural.chains.picture.ChainPicture",
          "weka.core.neural.chains.picture.ChainGraph");
  private static final Set<String> DRAWN_WITH = Set.of("java.awt.BasicStroke", "java.awt.Color", "java.awt.Dimension",
      "java.awt.Font", "java.awt.FontMetrics", "java.awt.Graphics", "java.awt.Graphics2D", "java.awt.Paint",
      "java.awt.RenderingHints", "java.awt.RenderingHints$Key", "java.awt.Shape", "java.awt.Stroke");

  private static DescribedPredicate<JavaClass> outer(Set<String> names) {
    return describe("one of " + names, c -> names.contains(c.getName().replaceAll("\\$.*", "")));
  }

  private static final DescribedPredicate<JavaClass> GRAPHICAL = describe("a class of AWT or Swing",
      c -> c.getPackageName().startsWith("java.awt") || c.getPackageName().startsWith("javax.swing"));
  /** Arrays of pixels and their colours, which need no display; a rectangle is a part of an image. */
  private static final DescribedPredicate<JavaClass> PIXELS = describe("an image", c -> c.getPackageName()
      .equals("java.awt.image") || c.getPackageName().equals("java.awt.color")
      || c.getName().equals("java.awt.Rectangle"));
  private static final DescribedPredicate<JavaClass> DRAWINGS = describe("what one draws with",
      c -> DRAWN_WITH.contains(c.getBaseComponentType().getName()) || c.getPackageName().equals("java.awt.geom"));

  @ArchTest
  static final ArchRule IMAGES_ARE_ARRAYS_OF_PIXELS =
      noClasses().that().resideInAPackage("ruru.data..").or().haveFullyQualifiedName(
          "weka.core.neural.training.FilterSheet").should().dependOnClassesThat(GRAPHICAL.and(not(PIXELS)));

  @ArchTest
  static final ArchRule CHARTS_ARE_DRAWN_WITHOUT_WINDOWS = noClasses().that(outer(DRAW)).should()
      .dependOnClassesThat(GRAPHICAL.and(not(PIXELS)).and(not(DRAWINGS)));

  @ArchTest
  static final ArchRule NOTHING_ELSE_OUTSIDE_OF_THE_WINDOWS_IS_GRAPHICAL =
      noClasses().that().resideOutsideOfPackages("weka.gui..", "ruru.data..")
          .and().doNotHaveFullyQualifiedName("weka.core.neural.training.FilterSheet").and(not(outer(DRAW)))
          .and(not(outer(LOOK_FOR_WINDOWS))).should().dependOnClassesThat(GRAPHICAL);
}
