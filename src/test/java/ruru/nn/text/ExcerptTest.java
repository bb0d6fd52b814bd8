package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "petal length", "Größe 長さ 🙂", "dense 64 relu"})
  void aShortTextStaysAsItIs(String text) {
    assertEquals(text, Excerpt.of(text));
  }

  @Test
  void whatATerminalObeysIsSpeltOut() {
    assertEquals("a\\nb\\r\\tc\\u001b[2J\\u202e\\u0000\\u2028", Excerpt.of("a\nb\r\tc\u001b[2J\u202e\0\u2028"));
    assertEquals("\\ud800x", Excerpt.of("\ud800x"));
  }

  @Test
  void aLongTextIsCut() {
    assertEquals("abcd…", Excerpt.of("abcdefgh", 5));
    assertEquals("abcde", Excerpt.of("abcde", 5));
    assertTrue(Excerpt.of("x\n".repeat(1_000_000)).length() <= 120);
  }

  @Test
  void noCharacterIsCutInHalf() {
    assertEquals("a…", Excerpt.of("a🙂bcd", 3));
  }
}
