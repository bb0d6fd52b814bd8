package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.ColumnGroups.Group;

class ColumnGroupsTest {
  @Test
  void groupsAreReadInOrderWithTheirWeights() {
    assertEquals(List.of(new Group(false, 4, 1), new Group(true, 3, 1), new Group(false, 12, 0.5f),
        new Group(true, 2, 0.1234567f)), ColumnGroups.parse("n4+c3+n12:0.5+c2:0.1234567").groups());
  }

  @Test
  void numbersAreOfAnyNumber() {
    assertTrue(ColumnGroups.parse("numbers").areAnyNumbers());
    assertFalse(ColumnGroups.parse("n1").areAnyNumbers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbers", "n4+c3+n2:0.50", "c2:10"})
  void theTextStaysAsItWas(String text) {
    assertEquals(text, ColumnGroups.parse(text).toString());
    assertEquals(ColumnGroups.parse(text), ColumnGroups.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "n0", "c1", "x2", "n2+", "+n2", "n2:", "n2:.5", "n2 + c3", "Numbers", "n2:-1"})
  void whatIsNoListIsRefused(String text) {
    assertEquals("must be 'numbers', or written like n4+c3+n2:0.5 with c2 the smallest nominal column, got '" + text
        + "'", assertThrows(IllegalArgumentException.class, () -> ColumnGroups.parse(text)).getMessage());
  }
}
