package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.LeakyRelu;
import ruru.nn.layers.Relu;
import ruru.nn.layers.Tanh;

class NetworkTextTest {
  private static List<NamedLayer> unplaced(List<NamedLayer> steps) {
    return steps.stream().map(s -> new NamedLayer(s.layer(), s.name())).toList();
  }

  private static void assertComesBack(List<NamedLayer> steps) {
    String text = NetworkText.print(steps);
    List<NamedLayer> back = unplaced(NetworkText.parse(text));
    assertEquals(steps, back, text);
    assertEquals(text, NetworkText.print(back));
    assertEquals(steps, unplaced(NetworkText.parse(NetworkText.printAll(steps))));
  }

  @Test
  void everyLayerComesBackFromItsText() {
    List<NamedLayer> all = new ArrayList<>();
    for (Layer layer : RecordSamples.of(Catalog.LAYERS)) {
      assertComesBack(List.of(new NamedLayer(layer)));
      assertComesBack(List.of(new NamedLayer(layer, "here"), new NamedLayer(new Dense(2))));
      assertComesBack(List.of(new NamedLayer(new Dense(2)), new NamedLayer(layer)));
      assertComesBack(List.of(new NamedLayer(new Dense(2), "a"), new NamedLayer(layer), new NamedLayer(layer, "b_1")));
      all.add(new NamedLayer(layer));
    }
    assertComesBack(all);
    assertComesBack(List.of());
  }

  @Test
  void activationWordsAreStepsInTheirOrder() {
    assertEquals(List.of(new NamedLayer(new Dense(8)), new NamedLayer(new Relu()), new NamedLayer(new Tanh(), "a"),
        new NamedLayer(new Dense(2))), unplaced(NetworkText.parse("dense 8 relu tanh as a, dense 2")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dense 8 relu, dense 2 | dense 8, relu, dense 2",
      "dense 8 relu, dense 2 | dense 8,relu,dense 2",
      "dense 8 relu, dense 2 | ' \tDense  8\n RELU ,  DENSE units=2 '",
      "dense 8 leakyrelu | dense 8, leakyrelu 0.01",
      "dense 8, leakyrelu 0.1 | dense 8, leakyrelu 0.1",
      "dense 8 relu as a, dense 8, add a relu as b | dense 8 relu as a, dense 8, add a, relu AS b",
      "dense 8 as a, relu | dense 8 as a, relu",
      "relu, tanh | relu tanh",
      "dense 8 init=orthogonal(1.4) relu | dense 8 orthogonal(1.4) relu",
      "dense 8 init=orthogonal(1.4) relu | dense 8 relu init=orthogonal(1.4)",
      "dense 8 init=orthogonal(1.4) relu | dense init=orthogonal(1.4) relu units=8",
      "dense 8, leakyrelu 0.2 | dense 8 leakyrelu 0.2",
      "dense 8 bias=no, leakyrelu 0.2 | dense 8 leakyrelu bias=no slope=0.2",
      "conv 4 3x3 padding=valid, batchnorm 0.8 relu as a | conv 4 3x3 batchnorm 0.8 padding=valid relu as a",
      "dense 8 relu, dropout 0.2, dense 4 init=zeros | dense 8 relu dropout 0.2 dense 4 init=zeros",
      "dense 8 relu, dense 4 tanh | 'dense 8 relu\n dense 4 tanh\n'",
      "dense 8 init=zeros relu, dropout 0.2 | Dense(8, init=zeros) relu, dropout(rate=0.2)",
      "dense 8 relu, conv 4 3x3 | dense(8, relu), conv 4 3×3",
      "dense 8 as a, dense 8, add a relu | dense 8 as a, dense 8, add a relu",
  })
  void canonicalForm(String canonical, String text) {
    assertEquals(canonical, NetworkText.print(NetworkText.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t"})
  void blankTextHasNoSteps(String text) {
    assertEquals(List.of(), NetworkText.parse(text));
  }

  @Test
  void aNameBelongsToTheLastOfTheStepsLayers() {
    List<NamedLayer> steps = NetworkText.parse("dense 3 relu as h1, dropout 0.2");
    assertNull(steps.get(0).name());
    assertEquals("h1", steps.get(1).name());
    assertEquals("step 1 'dense 3 relu as h1'", steps.get(1).where());
    assertEquals(new Dropout(0.2), steps.get(2).layer());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dense 8, dens 4 | 10 | step 2 'dens 4': there is no layer 'dens'; did you mean 'dense'?",
      "dense 8,   dense | 12 | step 2 'dense': units is missing; written: dense units [init=auto] [bias=yes] "
          + "[biasinit=0], as in 'dense 64 relu'",
      "dense 8,, relu | 9 | step 2 '': a layer is missing; there is one comma too many; did you mean "
          + "'dense 8 relu'?",
      "dense 8, | 9 | step 2 '': a layer is missing; there is one comma too many; did you mean 'dense 8'?",
      ", dense 8 | 1 | step 1 '': a layer is missing; there is one comma too many; did you mean 'dense 8'?",
      "dense 8 relu zeros | 14 | step 1 'dense 8 relu zeros': 'zeros' follows 'relu', which takes no settings",
      "dense 8 as | 9 | step 1 'dense 8 as': a name is missing after 'as'",
      "as | 1 | step 1 'as': a name is missing after 'as'",
      "dense 8 as a b | 14 | step 1 'dense 8 as a b': 'as' and a one-word name must be at the end of the step",
      "dense 8 as relu | 12 | step 1 'dense 8 as relu': 'relu' cannot be a step's name: a name is made of letters, "
          + "digits and _, does not start with a digit, and is not a layer's name or 'input'",
      "dense 8 as Input | 12 | step 1 'dense 8 as Input': 'Input' cannot be a step's name: a name is made of letters, "
          + "digits and _, does not start with a digit, and is not a layer's name or 'input'",
      "dense 8 as 2nd | 12 | step 1 'dense 8 as 2nd': '2nd' cannot be a step's name: a name is made of letters, digits "
          + "and _, does not start with a digit, and is not a layer's name or 'input'",
      "dense 8 relu 4 | 14 | step 1 'dense 8 relu 4': '4' follows 'relu', which takes no settings",
      "dense 8 relu dropout 2 | 22 | step 1 'dense 8 relu dropout 2': dropout: rate must be at least 0 and below 1, "
          + "got 2",
      "dense 8 relu width=3 | 14 | step 1 'dense 8 relu width=3': there is no setting 'width'; its settings are units, "
          + "init, bias, biasinit",
      "dense units 8 | 7 | step 1 'dense units 8': 'units' is neither a layer nor a setting of 'dense'; its value "
          + "follows an equals sign, as in 'units=...'",
      "relu, dropout 1.5 | 15 | step 2 'dropout 1.5': rate must be at least 0 and below 1, got 1.5",
      "dense 8, dense 7 auto yes 0 7 | 29 | step 2 'dense 7 auto yes 0 7': '7' is one setting too many; written: dense "
          + "units [init=auto] [bias=yes] [biasinit=0], as in 'dense 64 relu'",
      "conv  relu | 1 | step 1 'conv  relu': filters is missing; written: conv filters [kernel=3x3] [stride=1] "
          + "[padding=same] [dilation=1] [groups=1] [init=auto] [bias=yes] [winograd=yes], as in "
          + "'conv 16 5x5 stride=2 relu'",
      "relu, dense 8 orthogonal(1.4, relu | 25 | step 2: a round bracket is opened but not closed",
      "relu, tanh, dense 8), relu | 20 | step 3: a round bracket is closed but was not opened",
      "dense 8 relu dropout 20% | 22 | step 1 'dense 8 relu dropout 20%': dropout: rate must be a number, got '20%'; "
          + "did you mean 'dense 8 relu, dropout 0.2'?",
      ") dense 8 | 1 | step 1: a round bracket is closed but was not opened",
      "dense )8( | 7 | step 1: a round bracket is closed but was not opened",
  })
  void errorsSayWhere(String text, int character, String message) {
    NotationException e = assertThrows(NotationException.class, () -> NetworkText.parse(text));
    assertEquals(message + " (at character " + character + ")", e.getMessage());
    assertEquals(character - 1, e.position());
  }

  @Test
  void aSettingOfAnActivationKeepsItAStepOfItsOwn() {
    assertEquals("dense 8, leakyrelu 0.2",
        NetworkText.print(List.of(new NamedLayer(new Dense(8)), new NamedLayer(new LeakyRelu(0.2)))));
  }
}
