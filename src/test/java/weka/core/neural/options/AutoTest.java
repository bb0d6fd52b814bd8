package weka.core.neural.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Optimizer;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.Catalog;

/** A setting that may be left to the data. */
class AutoTest {
  private final Auto<Integer> batch = Auto.whole("batch", 1, 100).with("all", 0);

  @Test
  void whatIsLeftToTheDataHasNoValue() {
    assertTrue(batch.isAuto());
    assertNull(batch.orNull());
    assertEquals(7, batch.orElse(7));
    assertEquals("auto", batch.text());
    batch.set("3");
    batch.set(" Auto ");
    assertTrue(batch.isAuto());
    assertEquals("auto", batch.text());
  }

  @Test
  void whatIsSetHasAValueAndAText() {
    batch.set(" 012 ");
    assertFalse(batch.isAuto());
    assertEquals(12, batch.orElse(7));
    assertEquals("12", batch.text());
    batch.set("ALL");
    assertEquals(0, batch.value());
    assertEquals("all", batch.text());
  }

  @Test
  void aNumberStaysAsItWasTyped() {
    Auto<Double> decay = Auto.number("decay", 0, 1, "a number from 0 to 1");
    decay.set(" 1E-4 ");
    assertEquals(1e-4, decay.value());
    assertEquals("1e-4", decay.text());
  }

  @Test
  void aMemberIsWrittenAsTheNotationDoes() {
    Auto<Optimizer> optimizer = Auto.member(Catalog.OPTIMIZERS);
    optimizer.set("ADAM  beta2=0.950");
    assertEquals("adam beta2=0.95", optimizer.text());
    assertEquals(Adam.class, optimizer.value().getClass());
  }

  @Test
  void anEmptyTextLeavesOpenWhatSaysSo() {
    Auto<String> folder = Auto.of(String::trim, (typed, read) -> read);
    folder.set(" ");
    assertEquals("", folder.value());
    folder = folder.orBlank().with("none", "");
    folder.set("images");
    folder.set(" ");
    assertTrue(folder.isAuto());
    assertEquals("auto", folder.text());
  }

  @ParameterizedTest
  @CsvSource({"0, 'batch: expected a whole number from 1 to 100 or ''auto'', got 0'",
      "101, 'batch: expected a whole number from 1 to 100 or ''auto'', got 101'",
      "few, 'batch: expected a whole number or ''auto'', got ''few'''"})
  void whatIsWrongIsRefusedAndChangesNothing(String typed, String message) {
    batch.set("5");
    assertEquals(message, assertThrows(IllegalArgumentException.class, () -> batch.set(typed)).getMessage());
    assertEquals(5, batch.value());
    assertEquals("5", batch.text());
  }

  @Test
  void furtherChecksAreMadeOfTheValue() {
    Auto<Integer> even = Auto.whole("pairs", 0, 10).without(n -> {
      if (n % 2 == 1) {
        throw new IllegalArgumentException("odd");
      }
    });
    even.set("4");
    assertThrows(IllegalArgumentException.class, () -> even.set("5"));
    assertEquals(4, even.value());
  }
}
