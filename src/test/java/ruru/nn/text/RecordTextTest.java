package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.Initializer;
import ruru.nn.VarianceScaling;
import ruru.nn.initializers.Orthogonal;
import ruru.nn.initializers.Zeros;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Output;
import ruru.nn.optimizers.Adam;

class RecordTextTest {
  static Stream<Catalog<?>> catalogs() {
    return Stream.of(Catalog.LAYERS, Catalog.LOSSES, Catalog.OPTIMIZERS, Catalog.SCHEDULES, Catalog.INITIALIZERS);
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void everyRecordComesBackFromItsText(Catalog<?> catalog) {
    for (Object sample : RecordSamples.of(catalog)) {
      String text = RecordText.print(sample);
      Object back = RecordText.parse(catalog, text);
      assertEquals(sample, back, text);
      assertEquals(text, RecordText.print(back));
      assertEquals(sample, RecordText.parse(catalog, RecordText.printAll(sample)));
    }
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void aLoneNameMeansTheDefaults(Catalog<?> catalog) {
    for (String name : catalog.names()) {
      if (!RecordText.usage(catalog.get(name)).matches("\\w+ [a-z].*")) {
        Object first = RecordSamples.of(catalog.get(name)).get(0);
        assertEquals(first, RecordText.parse(catalog, name), name);
      }
    }
  }

  @Test
  void settingsAreWrittenOnlyWhereTheyDiffer() {
    assertEquals("dense 8", RecordText.print(new Dense(8)));
    assertEquals("dense 8 bias=no biasinit=1e-8", RecordText.print(new Dense(8, Initializer.AUTO, false, 1e-8)));
    assertEquals("dense 8 init=orthogonal(1.4)", RecordText.print(new Dense(8, new Orthogonal(1.4), true, 0)));
    assertEquals("dropout 0.5", RecordText.print(new Dropout()));
    assertEquals("dropout 0.2", RecordText.print(new Dropout(0.2)));
    assertEquals("output", RecordText.print(new Output()));
    assertEquals("output init=zeros biasinit=2", RecordText.print(new Output(new Zeros(), true, 2)));
    assertEquals("dense 8 init=auto bias=yes biasinit=0", RecordText.printAll(new Dense(8)));
    assertEquals("output init=auto bias=yes biasinit=0", RecordText.printAll(new Output()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dense 8 | dense units=8",
      "dense 8 | DENSE   Units=8 INIT=Auto",
      "dense 8 bias=no | dense bias=no 8",
      "dense 8 bias=no | dense 8 auto no",
      "dense 8 bias=no | dense 8 bias=FALSE",
      "dense 8 init=orthogonal(1.4) | dense 8 orthogonal(1.4)",
      "dense 8 init=orthogonal(1.4) | dense 8 orthogonal(gain=1.4)",
      "dense 8 init=orthogonal(1.4) | dense 8 init=orthogonal(gain=1.4)",
      "dense 8 init=orthogonal(1.4) | dense 8 init=orthogonal( 1.4 )",
      "reshape 2x3 | reshape 2X3",
      "dropout 0.1 | dropout 1e-1",
      "dropout 0.1 | dropout .1",
  })
  void otherWaysToWriteTheSame(String canonical, String text) {
    assertEquals(canonical, RecordText.print(RecordText.parse(Catalog.LAYERS, text)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "'' | a layer is missing; choose from add,",
      "dens 8 | there is no layer 'dens'; did you mean 'dense'?",
      "dense | units is missing; written: dense units [init=auto] [bias=yes] [biasinit=0], "
          + "as in 'dense 64 relu'",
      "dense 0 | units must be at least 1, got 0",
      "dense 1.5 | units must be a whole number, got '1.5'",
      "dense 99999999999 | units must be a whole number, got '99999999999'",
      "dense =5 | units must be a whole number, got '=5'",
      "dense units= | units must be a whole number, got ''",
      "dense 8 auto yes 0 7 | '7' is one setting too many; written: dense units [init=auto] [bias=yes] [biasinit=0], "
          + "as in 'dense 64 relu'",
      "dense 8 units=9 | units is given twice; written: dense units [init=auto] [bias=yes] [biasinit=0], "
          + "as in 'dense 64 relu'",
      "dense 8 width=9 | there is no setting 'width'; its settings are units, init, bias, biasinit",
      "relu x=9 | there is no setting 'x'; it has none",
      "dense 8 bias=maybe | bias must be yes or no, got 'maybe'",
      "dense 8 init=ortogonal | init must be auto or an initialiser: there is no initialiser 'ortogonal'; did you "
          + "mean 'orthogonal'?",
      "dense 8 init=orthogonal(0) | init must be auto or an initialiser: gain must be above 0, got 0",
      "dense 8 init=orthogonal(1)x | init must be auto or an initialiser: the bracket in 'orthogonal(1)x' is not "
          + "closed at the end",
      "dropout 1 | rate must be at least 0 and below 1, got 1",
      "dropout -0.1 | rate must be at least 0 and below 1, got -0.1",
      "dropout 0.5f | rate must be a number, got '0.5f'",
      "dropout NaN | rate must be a number, got 'NaN'",
      "dropout 1e999 | rate must be a finite number, got '1e999'",
      "reshape 2xa | shape must be a shape: a shape is written like 28x28x1, got '2xa'",
      "reshape 2x0 | shape must be a shape: every axis of a shape must be at least 1, got [2, 0]",
      "dense (8 | a round bracket is opened but not closed in 'dense (8'",
      "dense )8( | a round bracket is closed but was not opened in 'dense )8('",
      ")dense 8 | a round bracket is closed but was not opened in ')dense 8'",
      "dense (units=8) | units must be a whole number, got '(units=8)'",
  })
  void errorsSayWhatWasExpectedAndWhatCame(String text, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RecordText.parse(Catalog.LAYERS, text));
    assertTrue(message.endsWith(",") ? e.getMessage().startsWith(message) : e.getMessage().equals(message),
        e.getMessage());
  }

  @Test
  void whatCannotBeReadBackIsNotWritten() {
    assertRefused("dense: units must be at least 1, got 0", new Dense(0));
    assertRefused("adam: beta2 must be at least 0 and below 1, got 1", new Adam(0.9, 1, 1e-8));
    assertRefused("dropout: rate must be at least 0 and below 1, got NaN", new Dropout(Double.NaN));
    assertRefused("orthogonal: gain must be above 0, got -1", new Dense(8, new Orthogonal(-1), true, 0));
    assertRefused("ruru.nn.VarianceScaling cannot be written as text: it is in none of the packages of layers, losses, "
        + "optimizers, schedules and initialisers", new Dense(8, VarianceScaling.HE_NORMAL, true, 0));
    assertRefused("java.lang.String cannot be written as text: it is in none of the packages of layers, losses, "
        + "optimizers, schedules and initialisers", "dense 8");
  }

  @Test
  void numbersAreWrittenAsShortAsTheyCanBeReadBack() {
    assertEquals("0.001", Decimal.shortest(0.001));
    assertEquals("1e-4", Decimal.shortest(0.0001));
    assertEquals("9999999", Decimal.shortest(9999999));
    assertEquals("1e7", Decimal.shortest(1e7));
    assertEquals("-2.5", Decimal.shortest(-2.5));
  }

  @Test
  void aMinusBeforeZeroIsKept() {
    Dense dense = new Dense(8, Initializer.AUTO, true, -0.0);
    assertEquals(dense, RecordText.parse(Catalog.LAYERS, RecordText.printAll(dense)));
  }

  private static void assertRefused(String message, Object member) {
    assertEquals(message,
        assertThrows(IllegalArgumentException.class, () -> RecordText.print(member)).getMessage());
  }

  @Test
  void theNearestNameIsWithinAThirdOfTheWord() {
    List<String> names = List.of("dense", "dropout", "relu");
    assertEquals("dense", Nearest.of("dens", names));
    assertEquals("dropout", Nearest.of("drpout", names));
    assertEquals("relu", Nearest.of("rely", names));
    assertEquals(null, Nearest.of("convolution", names));
    assertEquals(null, Nearest.of("rxyu", names));
  }

  /** A search that tries again from every digit would take hours. */
  @Test
  void aMegabyteOfDigitsIsRefusedAtOnce() {
    String text = "adam beta2=" + "1".repeat(1 << 20) + "x";
    assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> assertThrows(IllegalArgumentException.class, () -> RecordText.parse(Catalog.OPTIMIZERS, text)));
  }
}
