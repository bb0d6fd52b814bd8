package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

class DrawingFileTest {
  private final Network network =
      new Network(Shape.of(4), 3, NetworkText.parse("dense 8 relu as a, dense 8, add a, output"));
  private final BoxView view = new BoxView();

  @TempDir
  Path folder;

  DrawingFileTest() {
    view.setNetwork(network);
    view.setSize(view.needed());
  }

  @Test
  void aPictureIsAsLargeAsTheDrawingTwice() throws Exception {
    Path file = folder.resolve("network.png");
    DrawingFile.write(file, view, network);
    assertEquals(2 * view.needed().width, ImageIO.read(file.toFile()).getWidth());
  }

  @Test
  void aVectorPictureHasTheNamesInIt() throws Exception {
    Path file = folder.resolve("network.svg");
    DrawingFile.write(file, view, network);
    assertThat(Files.readString(file)).contains("<svg").contains(">dense1<", ">a (relu)<", ">add1<", "40 parameters");
  }

  @Test
  void dotIsTheGraphOfTheLayers() throws Exception {
    Path file = folder.resolve("network.DOT");
    DrawingFile.write(file, view, network);
    assertThat(Files.readString(file)).startsWith("digraph").contains("->N");
  }

  @Test
  void partsArePicturesOneBelowTheOther() throws Exception {
    Path file = folder.resolve("parts.PNG");
    JLabel label = new JLabel("header");
    label.setSize(50, 20);
    DrawingFile.writePicture(file, List.of(label, view));
    BufferedImage picture = ImageIO.read(file.toFile());
    assertEquals(2 * view.getWidth(), picture.getWidth());
    assertEquals(2 * (view.getHeight() + 20), picture.getHeight());
    assertEquals(Palette.paper().getRGB(), picture.getRGB(1, 42), "the drawing begins below the label");
    Path other = folder.resolve("parts.svg");
    assertThatThrownBy(() -> DrawingFile.writePicture(other, List.of(view)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("the name must end in .png");
    assertThat(other).doesNotExist();
  }

  @Test
  void anotherEndingIsRefused() {
    assertThatThrownBy(() -> DrawingFile.write(folder.resolve("network.gif"), view, network))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(".svg");
    assertThat(folder).isEmptyDirectory();
  }
}
