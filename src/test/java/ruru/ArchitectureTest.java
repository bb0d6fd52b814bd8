package ruru;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import ruru.nn.Layer;

/**
 * Who may know whom. The arrows between packages go down only: blas, nn, the arithmetic of layers, the parts (layers,
 * losses, ...), the notation, training and files, Weka's adapters. Nothing prints but a command's console, and what
 * Weka scans is harmless to load.
 */
@AnalyzeClasses(packages = {"ruru", "weka"}, importOptions = {ImportOption.DoNotIncludeTests.class,
    ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
  /** What Weka scans: every class in here is loaded and initialised when its GUI starts. */
  private static final String[] SCANNED = {"weka.classifiers..", "weka.clusterers..", "weka.filters..",
      "weka.datagenerators..", "weka.core.converters.."};

  /** Each package, and those of ours that it knows: all of them, and no others. */
  private static final String ARROWS = """
      ruru.blas:
      ruru.boltzmann: ruru.blas ruru.nn ruru.nn.train
      ruru.cluster: ruru.blas ruru.nn
      ruru.data: ruru.data.augment ruru.nn ruru.nn.text ruru.nn.train
      ruru.data.augment: ruru.nn
      ruru.data.masks: ruru.data ruru.data.augment ruru.nn ruru.nn.text ruru.nn.train
      ruru.data.noise: ruru.nn ruru.nn.layers
      ruru.data.synthetic:
      ruru.nn: ruru.blas
      ruru.nn.adversarial: ruru.blas ruru.nn ruru.nn.train
      ruru.nn.health: ruru.blas ruru.nn ruru.nn.train
      ruru.nn.initializers: ruru.nn
      ruru.nn.io: ruru.nn ruru.nn.text ruru.nn.train
      ruru.nn.layers: ruru.blas ruru.nn ruru.nn.initializers ruru.nn.ops ruru.nn.ops.recurrent ruru.nn.ops.window
      ruru.nn.losses: ruru.nn
      ruru.nn.ops: ruru.blas ruru.nn
      ruru.nn.ops.recurrent: ruru.blas ruru.nn ruru.nn.initializers ruru.nn.ops
      ruru.nn.ops.window: ruru.blas ruru.nn ruru.nn.ops
      ruru.nn.optimizers: ruru.nn
      ruru.nn.schedules: ruru.nn
      ruru.nn.text: ruru.nn ruru.nn.layers
      ruru.nn.tiles: ruru.blas ruru.nn ruru.nn.layers ruru.nn.text ruru.nn.train
      ruru.nn.train: ruru.blas ruru.nn
      weka.classifiers.functions: ruru.nn ruru.nn.text weka.core.neural weka.core.neural.chains
          weka.core.neural.chains.picture weka.core.neural.encoding
          weka.core.neural.options weka.core.neural.report weka.core.neural.run weka.core.neural.stored
          weka.core.neural.training
      weka.clusterers: ruru.nn ruru.nn.text weka.core.neural weka.core.neural.clustering weka.core.neural.options
          weka.core.neural.run weka.core.neural.stored
      weka.core.converters: ruru.data ruru.data.masks ruru.nn weka.core.neural weka.core.neural.options
          weka.core.neural.run weka.core.neural.sources
      weka.core.neural: ruru.boltzmann ruru.data ruru.data.masks ruru.data.noise ruru.nn ruru.nn.layers ruru.nn.text
          weka.core.neural.options weka.core.neural.report
      weka.core.neural.adversarial: ruru.blas ruru.data ruru.nn ruru.nn.adversarial ruru.nn.io ruru.nn.losses
          ruru.nn.optimizers ruru.nn.text weka.core.neural.options weka.core.neural.report weka.core.neural.run
      weka.core.neural.autoencoder: ruru.blas ruru.data ruru.data.noise ruru.nn ruru.nn.layers ruru.nn.losses
          ruru.nn.optimizers ruru.nn.schedules ruru.nn.text ruru.nn.train weka.core.neural weka.core.neural.encoding
          weka.core.neural.options weka.core.neural.run weka.core.neural.training
      weka.core.neural.boltzmann: ruru.boltzmann ruru.data ruru.nn ruru.nn.text weka.core.neural.encoding
          weka.core.neural.report weka.core.neural.run
      weka.core.neural.chains: ruru.nn.text weka.core.neural.report
      weka.core.neural.chains.picture: ruru.data ruru.nn.text weka.core.neural.chains
      weka.core.neural.clustering: ruru.blas ruru.cluster ruru.nn ruru.nn.layers ruru.nn.losses ruru.nn.optimizers
          ruru.nn.text ruru.nn.train weka.core.neural weka.core.neural.autoencoder weka.core.neural.encoding
          weka.core.neural.options weka.core.neural.report weka.core.neural.run weka.core.neural.training
      weka.core.neural.compare: ruru.blas ruru.cluster ruru.data ruru.nn ruru.nn.text ruru.nn.train weka.clusterers
          weka.core.converters weka.core.neural weka.core.neural.autoencoder weka.core.neural.encoding
          weka.core.neural.report weka.core.neural.run weka.core.neural.segmentation.command
          weka.datagenerators.classifiers.classification weka.filters.unsupervised.attribute
          weka.filters.unsupervised.instance
      weka.core.neural.curves: ruru.nn ruru.nn.text weka.core.neural.report
      weka.core.neural.curves.clusters: ruru.cluster ruru.nn weka.core.neural.curves weka.core.neural.report
      weka.core.neural.curves.command: ruru.data ruru.nn.text weka.core.neural.curves
          weka.core.neural.curves.clusters weka.core.neural.curves.picture weka.core.neural.options
          weka.core.neural.run
      weka.core.neural.curves.picture: ruru.data weka.core.neural.curves weka.core.neural.curves.clusters
      weka.core.neural.encoding: ruru.data ruru.nn ruru.nn.text ruru.nn.train weka.core.neural weka.core.neural.options
          weka.core.neural.report
      weka.core.neural.forecasting: ruru.nn.text weka.core.neural.options
      weka.core.neural.options: ruru.data ruru.nn ruru.nn.text weka.core.neural.report
      weka.core.neural.lab: ruru.blas ruru.nn ruru.nn.health ruru.nn.ops ruru.nn.schedules ruru.nn.text ruru.nn.train
          weka.classifiers.functions weka.core.neural.run weka.core.neural.training weka.core.neural.watch
      weka.core.neural.lab.images: ruru.blas ruru.nn ruru.nn.train weka.core.neural.lab weka.core.neural.training
      weka.core.neural.letters: weka.classifiers.functions weka.core.neural weka.core.neural.options
          weka.core.neural.run
      weka.core.neural.perceptron: ruru.nn.text
      weka.core.neural.playground: ruru.nn ruru.nn.layers ruru.nn.text weka.classifiers.functions weka.core.neural.lab
      weka.core.neural.pretraining: ruru.blas ruru.boltzmann ruru.nn ruru.nn.layers ruru.nn.losses ruru.nn.optimizers
          ruru.nn.text ruru.nn.train weka.core.neural weka.core.neural.run
      weka.core.neural.report:
      weka.core.neural.run: ruru.nn ruru.nn.train weka.core.neural.watch
      weka.core.neural.several: ruru.nn.text weka.classifiers.functions weka.core.neural.options
          weka.core.neural.report weka.core.neural.run
      weka.core.neural.segmentation: ruru.blas ruru.data ruru.data.augment ruru.data.masks ruru.nn ruru.nn.layers
          ruru.nn.losses ruru.nn.optimizers ruru.nn.schedules ruru.nn.text ruru.nn.tiles ruru.nn.train weka.core.neural
          weka.core.neural.encoding weka.core.neural.options weka.core.neural.run weka.core.neural.training
      weka.core.neural.segmentation.command: ruru.data ruru.data.masks ruru.nn weka.core.converters
          weka.core.neural weka.core.neural.encoding weka.core.neural.options weka.core.neural.report
          weka.core.neural.run weka.core.neural.segmentation weka.filters.unsupervised.instance
      weka.core.neural.sources: ruru.data ruru.nn weka.core.neural.options
      weka.core.neural.stored: ruru.nn.text
      weka.core.neural.synthetic: ruru.nn weka.core.neural weka.core.neural.autoencoder weka.core.neural.run
      weka.core.neural.training: ruru.blas ruru.data ruru.nn ruru.nn.health ruru.nn.initializers ruru.nn.io
          ruru.nn.layers ruru.nn.losses ruru.nn.optimizers ruru.nn.schedules ruru.nn.text ruru.nn.train
          weka.core.neural weka.core.neural.encoding weka.core.neural.forecasting weka.core.neural.options
          weka.core.neural.pretraining weka.core.neural.report weka.core.neural.run
      weka.core.neural.watch: ruru.blas ruru.nn ruru.nn.health ruru.nn.train
      weka.datagenerators.classifiers.classification: ruru.data ruru.data.synthetic ruru.nn weka.core.neural
          weka.core.neural.options weka.core.neural.sources
      weka.datagenerators.classifiers.regression: weka.core.neural weka.core.neural.options
          weka.core.neural.sources
      weka.filters.supervised.attribute: weka.classifiers.functions weka.core.neural weka.core.neural.encoding
          weka.core.neural.options weka.core.neural.run weka.core.neural.stored weka.core.neural.training
      weka.filters.supervised.instance: ruru.nn.text weka.core.neural weka.core.neural.options weka.core.neural.run
          weka.core.neural.synthetic
      weka.filters.unsupervised.attribute: ruru.data ruru.nn ruru.nn.text weka.core.neural
          weka.core.neural.autoencoder weka.core.neural.boltzmann
          weka.core.neural.encoding weka.core.neural.options weka.core.neural.run weka.core.neural.stored
          weka.core.neural.training
      weka.filters.unsupervised.instance: ruru.data.masks ruru.nn ruru.nn.text weka.core.neural
          weka.core.neural.encoding weka.core.neural.options weka.core.neural.run weka.core.neural.segmentation
          weka.core.neural.sources weka.core.neural.stored
      weka.gui.neural: ruru.nn ruru.nn.layers ruru.nn.losses ruru.nn.text weka.classifiers.functions
          weka.core.converters weka.core.neural weka.core.neural.options
          weka.datagenerators.classifiers.classification weka.datagenerators.classifiers.regression
          weka.filters.supervised.attribute weka.filters.supervised.instance weka.filters.unsupervised.attribute
          weka.filters.unsupervised.instance
      weka.gui.neural.lab: ruru.blas ruru.data ruru.nn ruru.nn.health ruru.nn.text ruru.nn.train
          weka.classifiers.functions weka.core.neural.curves weka.core.neural.curves.picture weka.core.neural.lab
          weka.core.neural.lab.images weka.core.neural.perceptron weka.core.neural.playground weka.core.neural.report
          weka.core.neural.training
          weka.core.neural.watch weka.datagenerators.classifiers.classification weka.gui.neural
      """;

  @ArchTest
  static void packagesKnowTheseAlone(JavaClasses all) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (String entry : ARROWS.strip().split("\\n(?! )")) {
      String[] sides = entry.split(":", 2);
      wanted.put(sides[0], new TreeSet<>(sides[1].isBlank() ? List.of() : List.of(sides[1].strip().split("\\s+"))));
    }
    assertEquals(text(wanted), text(Packages.arrows(all)));
  }

  private static String text(Map<String, Set<String>> arrows) {
    return arrows.entrySet().stream().map(e -> e.getKey() + ": " + String.join(" ", e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_ENGINE = slices().matching("ruru.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_ADAPTERS = slices().matching("weka.(**)").should().beFreeOfCycles();

  /** So that a list of the folder is a list of the notation's words. */
  @ArchTest
  static final ArchRule LAYERS_ARE_RECORDS_OF_THE_NOTATION =
      classes().that().resideInAPackage("ruru.nn.layers").and().areTopLevelClasses()
          .and().doNotHaveSimpleName("package-info")
          .should().beAssignableTo(Layer.class).andShould().beRecords();

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

  /** One sentence says what lives in a package. */
  @ArchTest
  static void packagesSayWhatLivesInThem(JavaClasses all) {
    Path source = Path.of("src/main/java");
    Assumptions.assumeTrue(Files.isDirectory(source), "skipped: there is no source beside the tests");
    assertEquals(List.of(), Packages.arrows(all).keySet().stream()
        .filter(p -> !hasSentence(source.resolve(p.replace('.', '/')).resolve("package-info.java"))).toList());
  }

  /** So that the compiler knows in each of them what may be null: what says so, and nothing else. */
  @ArchTest
  static void packagesAreNullMarked(JavaClasses all) {
    assertEquals(List.of(), Packages.arrows(all).keySet().stream()
        .filter(p -> !all.getPackage(p).isAnnotatedWith(NullMarked.class)).toList());
  }

  private static boolean hasSentence(Path info) {
    try {
      return Files.exists(info)
          && Files.readString(info).matches("(?s)/\\*\\*.*[.].*\\*/\\s*(?:@NullMarked\\s+)?package .*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
