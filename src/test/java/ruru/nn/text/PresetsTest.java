package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.Add;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Output;
import ruru.nn.layers.Unpool;

class PresetsTest {
  /**
   * Numbers of parameters from the papers, or added up by hand: products of window, channels and filters, plus filters.
   */
  @ParameterizedTest
  @CsvSource({
      "lenet, 28x28x1, 10, 61706",
      "alexnet, 227x227x3, 1000, 62378344",
      "alexnet-small, 32x32x3, 10, 1158986",
      "vgg-small, 32x32x3, 10, 814122",
      // 0.27 million in the paper's table 6: 269,722 with its option A, and two 1x1 convolutions with batch
      // normalisation more.
      "resnet-small, 32x32x3, 10, 272474",
      // Two blocks of 33,472 as PyTorch's TransformerEncoderLayer(64, 4, 128), but for 2 x 64 biases that do nothing.
      "transformer-small, 100x3, 10, 67594",
  })
  void haveTheKnownSizes(String name, String input, int outputs, int parameters) {
    List<NamedLayer> steps = new ArrayList<>(NetworkText.parse(name));
    steps.add(new NamedLayer(new Output()));
    Network network = new Network(Shape.parse(input), outputs, steps);
    int trained = network.parameters().stream().filter(p -> p.role() != ruru.nn.Parameter.Role.STATE)
        .mapToInt(ruru.nn.Parameter::size).sum();
    assertEquals(parameters, trained);
  }

  @Test
  void theAutoencoderGivesWhatItTakes() {
    for (String input : List.of("28x28x1", "13x10x1")) {
      List<NamedLayer> steps = NetworkText.parse("autoencoder-conv");
      assertEquals(Shape.parse(input), new Network(Shape.parse(input), 1, steps).outputShape());
      assertEquals(2, steps.stream().filter(s -> s.layer() instanceof Unpool).count());
    }
  }

  @Test
  void networksForEachPixelGiveMapsOfTheSameSize() {
    for (String name : List.of("unet-small", "fcn-small", "segnet-small")) {
      assertEquals(Shape.of(24, 16, 16), new Network(Shape.of(24, 16, 3), 2, NetworkText.parse(name)).outputShape());
    }
    assertEquals(14, count("unet-small", Conv.class));
    assertEquals(2, count("segnet-small", Unpool.class));
    assertEquals(2, count("fcn-small", Add.class));
  }

  @Test
  void namesKeepWhatTheyPromise() {
    assertEquals(5, count("alexnet", Conv.class));
    assertEquals(2, count("alexnet", Dense.class), "and the output");
    assertEquals(5, count("alexnet-small", Conv.class));
    assertEquals(9, count("resnet-small", Add.class));
  }

  private static long count(String preset, Class<?> layer) {
    return NetworkText.parse(preset).stream().filter(s -> layer.isInstance(s.layer())).count();
  }

  @Test
  void meanTheirTextAndArePrintedInFull() {
    for (String name : Presets.names()) {
      String text = NetworkText.print(NetworkText.parse(name));
      assertEquals(Presets.text(name), text);
      assertEquals(text + ", dense 7 tanh", NetworkText.print(
          NetworkText.parse(" " + name.toUpperCase(Locale.ROOT) + " , dense 7 tanh")));
    }
  }

  @Test
  void errorsInsideSayWhere() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new Network(Shape.of(8, 8, 1), 2, NetworkText.parse("lenet")));
    assertTrue(e.getMessage().startsWith("step 1 'lenet', its step 3 'conv 16 5x5 padding=valid relu': input is [4, 4, "
        + "6], smaller than the window 5x5;"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dense 5, lenet | step 2 'lenet': 'lenet' is a preset; it must be the first step, without "
          + "settings, activations or a name (at character 10)",
      "lenet relu | step 1 'lenet relu': 'lenet' is a preset; it must be the first step, without "
          + "settings, activations or a name (at character 1)",
      "alexnett, dense 4 | step 1 'alexnett': there is no layer 'alexnett'; did you mean the preset 'alexnet'? (at "
          + "character 1)",
  })
  void misuseIsExplained(String text, String message) {
    assertEquals(message, assertThrows(NotationException.class, () -> NetworkText.parse(text)).getMessage());
  }
}
