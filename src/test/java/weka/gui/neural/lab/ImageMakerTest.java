package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruru.nn.Network;
import ruru.nn.NotEnoughMemoryException;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.ImageChoice.View;
import weka.gui.neural.lab.PictureSheet.Picture;

@Timeout(120)
class ImageMakerTest {
  private static ShownTraining trained(Instances data, String options) throws Exception {
    LabRun run = new LabRun(Samples.net(options + " -epochs 2 -patience 0"), LabRows.of(data, 20, 1), true);
    run.start();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state(), () -> String.valueOf(run.failure()));
    return new ShownTraining("run 1", 0, run.training(), run);
  }

  private static ShownTraining digits(String layers) throws Exception {
    return trained(Samples.file(Path.of("datasets/digits.arff")),
        "-input 16x16x1 -members 1 -layers \"" + layers + "\"");
  }

  private static ImageAnswer make(ShownTraining training, View view, int layer) throws Exception {
    return new ImageMaker().make(training, new ImageChoice(view, layer, 0, 3, 0, true));
  }

  private static List<String> titles(ImageAnswer answer) {
    return answer.sheet().sections().stream().map(PictureSheet.Section::title).toList();
  }

  @Test
  void aTableHasNoPicturesButWorstRows() throws Exception {
    ShownTraining iris = trained(Samples.iris(), "-members 1");
    for (View view : List.of(View.FILTERS, View.MAPS, View.SALIENCY, View.RECONSTRUCTION)) {
      ImageAnswer answer = make(iris, view, 0);
      assertNull(answer.sheet());
      assertThat(answer.says()).startsWith("The network's input is no image, but has the shape [");
    }
    ImageAnswer worst = make(iris, View.WORST, 0);
    assertNull(worst.sheet());
    assertThat(worst.worst()).hasSize(30);
    assertThat(worst.says()).contains(" of 30 test rows wrong");
  }

  @Test
  void thereMayBeNoFilters() throws Exception {
    ShownTraining digits = digits("globalmaxpool");
    assertThat(make(digits, View.FILTERS, 0).says()).startsWith("The network has no convolution");
    assertThat(make(digits, View.RECONSTRUCTION, 0).says()).startsWith("This network predicts a class or a number.");
    assertThat(titles(make(digits, View.MAPS, 0)).get(1)).startsWith("globalmaxpool1: 1 features");
  }

  @Test
  void ofVeryManyTheFirstAreDrawn() throws Exception {
    ShownTraining digits = digits("conv 300 3x3, maxpool 4, dense 5 relu");
    ImageAnswer filters = make(digits, View.FILTERS, 0);
    assertThat(titles(filters).get(0)).startsWith("conv1: the first 256 of 300 filters of 3 x 3 x 1");
    assertThat(filters.sheet().pictures()).hasSize(256);
    ImageAnswer units = make(digits, View.FILTERS, 1);
    assertThat(titles(units).get(0)).startsWith("dense1: 5 filters of 4 x 4 x 300");
    ImageAnswer maps = make(digits, View.MAPS, 1);
    assertThat(titles(maps)).hasSize(2);
    assertThat(titles(maps).get(1)).startsWith("conv1: the first 256 of 300 maps of 16 x 16");
  }

  @Test
  void aRowIsShownWithWhatIsPredictedAndWhy() throws Exception {
    ImageAnswer saliency = make(digits("conv 4 3x3 relu, dropout 0.5"), View.SALIENCY, 0);
    assertThat(titles(saliency).get(0)).matches("Test row 4 of 60, actual \\d, predicted \\d \\(0\\.\\d+\\)");
    assertEquals(List.of("image", "gradient's size", "with its sign", "over the image"),
        saliency.sheet().pictures().stream().map(Picture::caption).toList());
    assertThat(saliency.sheet().sections().get(1).bars()).hasSize(6);
    assertEquals(3, saliency.sheet().pictures().get(0).row());
  }

  @Test
  void ofSeveralNetworksItSaysWhichOne() throws Exception {
    ShownTraining three = trained(Samples.file(Path.of("datasets/digits.arff")),
        "-input 16x16x1 -members 3 -layers \"conv 4 3x3 relu\"");
    assertThat(titles(make(three, View.FILTERS, 0)).get(0)).endsWith("; network 1 of 3");
  }

  @Test
  void aNetworkTooLargeToLookThroughIsRefusedInWords() {
    Network large = new Network(Shape.of(1000, 1000, 1), 2, NetworkText.parse("conv 2000 1x1 relu, conv 2000 1x1 relu, "
        + "conv 2000 1x1 relu, globalmaxpool, output"));
    assertThat(assertThrows(NotEnoughMemoryException.class, () -> new NetworkEye(large)).getMessage())
        .contains("running the network over 1 row");
  }
}
