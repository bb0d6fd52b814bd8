package ruru;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may know whom. The arrows between packages go down only: blas, nn, the parts (layers, losses, ...), the notation,
 * training and files, Weka's adapters. Nothing prints but a command's console, and what
 * Weka scans is harmless to load.
 */
@AnalyzeClasses(packages = {"ruru", "weka"}, importOptions = {ImportOption.DoNotIncludeTests.class,
    ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
  /** What Weka scans: every class in here is loaded and initialised when its GUI starts. */
  private static final String[] SCANNED = {"weka.classifiers..", "weka.clusterers..", "weka.filters..",
      "weka.datagenerators..", "weka.core.converters.."};

  @ArchTest
  static final ArchRule ENGINE_DOES_NOT_KNOW_WEKA =
      noClasses().that().resideInAPackage("ruru..").should().dependOnClassesThat().resideInAPackage("weka..");

  @ArchTest
  static final ArchRule BLAS_KNOWS_NOTHING_ABOVE =
      noClasses().that().resideInAPackage("ruru.blas..")
          .should().dependOnClassesThat(engineOutside("ruru.blas.."));

  @ArchTest
  static final ArchRule CONTRACT_KNOWS_BLAS_ALONE =
      noClasses().that().resideInAPackage("ruru.nn")
          .should().dependOnClassesThat(engineOutside("ruru.nn", "ruru.blas.."));

  @ArchTest
  static final ArchRule LAYERS_KNOW_THE_CONTRACT = partKnowsTheContract("ruru.nn.layers..");

  @ArchTest
  static final ArchRule LOSSES_KNOW_THE_CONTRACT = partKnowsTheContract("ruru.nn.losses..");

  @ArchTest
  static final ArchRule OPTIMIZERS_KNOW_THE_CONTRACT = partKnowsTheContract("ruru.nn.optimizers..");

  @ArchTest
  static final ArchRule SCHEDULES_KNOW_THE_CONTRACT = partKnowsTheContract("ruru.nn.schedules..");

  @ArchTest
  static final ArchRule INITIALIZERS_KNOW_THE_CONTRACT = partKnowsTheContract("ruru.nn.initializers..");

  @ArchTest
  static final ArchRule NOTATION_DOES_NOT_KNOW_TRAINING =
      noClasses().that().resideInAPackage("ruru.nn.text..")
          .should().dependOnClassesThat().resideInAnyPackage("ruru.nn.train..", "ruru.nn.io..", "ruru.data..");

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_ENGINE = slices().matching("ruru.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_ADAPTERS = slices().matching("weka.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_PRINTS =
      noClasses().that().resideOutsideOfPackage("weka.core.neural.compare..")
          .and().doNotHaveFullyQualifiedName("weka.core.neural.run.Console").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule SCHEMES_KNOW_NO_NATIVE_LIBRARY =
      noClasses().that().resideInAnyPackage(SCANNED)
          .should().dependOnClassesThat().resideInAnyPackage("com.sun.jna..", "dev.ludovic..");

  @ArchTest
  static final ArchRule SCHEMES_DO_NO_STATIC_WORK_IN_THE_ENGINE =
      noClasses().that().resideInAnyPackage(SCANNED)
          .should().callCodeUnitWhere(DescribedPredicate.describe("a static initialiser calls the engine",
              (JavaCall<?> call) -> call.getOrigin().getName().equals("<clinit>")
                  && call.getTargetOwner().getPackageName().startsWith("ruru")));

  private static ArchRule partKnowsTheContract(String part) {
    return noClasses().that().resideInAPackage(part)
        .should().dependOnClassesThat(engineOutside(part, "ruru.nn", "ruru.blas.."));
  }

  private static DescribedPredicate<JavaClass> engineOutside(String... packages) {
    return resideInAPackage("ruru..").and(resideOutsideOfPackages(packages));
  }
}
