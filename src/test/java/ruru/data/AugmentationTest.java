package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.data.augment.Crop;
import ruru.data.augment.Cutout;
import ruru.data.augment.Elastic;
import ruru.data.augment.Flip;
import ruru.data.augment.Mixup;
import ruru.data.augment.Rotate;
import ruru.data.augment.Shift;
import ruru.data.augment.Zoom;
import ruru.nn.text.NotationException;

class AugmentationTest {
  @Test
  void readsAndWritesTheNotation() {
    String text = "flip, shift 2, rotate 10, zoom 0.1, cutout 8, mixup 0.2, crop 4, elastic 3";
    Augmentation all = Augmentation.parse(text);
    assertEquals(List.of(new Flip(), new Shift(2), new Rotate(10), new Zoom(0.1), new Cutout(8), new Mixup(0.2),
        new Crop(4), new Elastic(3, 32)), all.steps());
    assertEquals(text, all.toString());
    assertEquals(all, Augmentation.parse(all.toString()));
    Augmentation both = new Augmentation(List.of(new Flip(Flip.Direction.BOTH)));
    assertEquals(both, Augmentation.parse(both.toString()));
    assertEquals(both, Augmentation.parse("flip both"));
  }

  @Test
  void blankTextIsNone() {
    assertTrue(Augmentation.parse("  ").isNone());
    assertEquals("", Augmentation.parse("").toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "flip, shiftt 2 | 6 | step 2 'shiftt 2': there is no step 'shiftt'; did you mean 'shift'?",
      "flip,, shift 2 | 5 | step 2 '': a step is missing",
      "shift | 0 | step 1 'shift': pixels is missing",
      "shift 1.5 | 6 | pixels must be a whole number, got '1.5'",
      "zoom 0.1,  rotate 200 | 18 | degrees must be from 0 to 180, got 200",
      "zoom 1 | 5 | range must be at least 0 and below 1, got 1",
      "flip sideways | 5 | direction must be one of horizontal, vertical, both, got 'sideways'",
      "shift -1 | 6 | pixels must be at least 0, got -1",
      "flip, rotate (10 | 13 | a round bracket is opened but not closed",
  })
  void errorsSayWhereAndWhat(String text, int position, String message) {
    NotationException e = assertThrows(NotationException.class, () -> Augmentation.parse(text));
    assertEquals(position, e.position(), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void helpNamesEveryStep() {
    String help = Augmentation.help();
    for (String name : List.of("crop", "cutout", "elastic", "flip", "mixup", "rotate", "shift", "zoom")) {
      assertTrue(help.lines().anyMatch(l -> l.startsWith(name + " ")), name);
    }
  }

  @Test
  void stepsOfOthersCannotBeWritten() {
    Augmentation own = new Augmentation(List.of((random, distortion) -> {}));
    assertThrows(IllegalArgumentException.class, own::toString);
  }
}
