package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.gui.neural.lab.PictureSheet.Bar;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

class PicturePlacesTest {
  private static final BufferedImage SQUARE = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
  private static final FontMetrics FONT = SQUARE.createGraphics().getFontMetrics(Palette.font());

  private static Section section(int pictures, Bar... bars) {
    return new Section("title", Collections.nCopies(pictures, new Picture(SQUARE, 40, "", "a square", null, -1)),
        List.of(bars));
  }

  private static PicturePlaces places(int width, Section... sections) {
    return PicturePlaces.of(new PictureSheet(List.of(sections)), width, FONT);
  }

  @Test
  void asManyAreInALineAsFit() {
    PicturePlaces places = places(160, section(5));
    Rectangle first = places.pictures().get(0);
    assertEquals(first.y, places.pictures().get(2).y);
    assertThat(places.pictures().get(3).y).isGreaterThan(first.y + 40);
    assertEquals(first.x, places.pictures().get(3).x);
    assertThat(places.height()).isGreaterThan(places.pictures().get(4).y + 40);
  }

  @Test
  void onePictureIsInEachLineOfANarrowPage() {
    PicturePlaces places = places(20, section(3), section(1));
    for (int i = 1; i < 4; i++) {
      assertThat(places.pictures().get(i).y).isGreaterThanOrEqualTo(places.pictures().get(i - 1).y + 40);
    }
    assertThat(places.titles().get(1)).isBetween(places.pictures().get(2).y + 40, places.pictures().get(3).y);
  }

  @Test
  void barsAreBesideThePicturesOrBelow() {
    Bar bar = new Bar("seven", 0.5, true);
    PicturePlaces wide = places(600, section(1, bar));
    assertEquals(wide.pictures().get(0).y, wide.bars().get(0).y);
    assertThat(wide.bars().get(0).x).isGreaterThan(wide.pictures().get(0).x + 40);
    PicturePlaces narrow = places(200, section(1, bar));
    assertThat(narrow.bars().get(0).y).isGreaterThanOrEqualTo(narrow.pictures().get(0).y + 40);
  }

  @Test
  void thePictureAtAPointIsFound() {
    PicturePlaces places = places(160, section(5));
    Rectangle fourth = places.pictures().get(3);
    assertEquals(3, places.at(fourth.x + 5, fourth.y + 5));
    assertEquals(-1, places.at(0, 0));
    assertEquals(3, places.vertically(0, 1));
    assertEquals(1, places.vertically(4, -1));
    assertEquals(4, places.vertically(4, 1), "there is none below");
  }
}
