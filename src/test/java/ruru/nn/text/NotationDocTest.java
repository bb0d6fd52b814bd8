package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/notation.md says what the program's own help says. {@link #main} writes the file anew. */
class NotationDocTest {
  private static final Path FILE = Path.of("docs", "notation.md");

  private static String text() {
    return """
        # The notation

        One line of text describes a network, its loss, its optimizer, its schedule: in the Explorer, on the command \
        line, in the
        output of a model and in a model file.

            dense 64 relu, dropout 0.2, dense 32 relu
            dense 32 relu as a, dense 32, add a, relu
            dense 64 tanh init=orthogonal(1.5), output sigmoid
            conv 32 3x3 relu, maxpool 2, conv 64 3x3 relu, maxpool 2, dense 128 relu
            lenet

        Steps are separated by commas. A step is a layer's name, its settings in order or as name=value, activation \
        words, and
        `as NAME` to be referred to later. Activation words and settings as name=value may stand in any order; where a \
        layer's name
        starts the next step the comma may be left out. A setting that is itself a thing with settings has them in \
        brackets. The last step is
        `output`, a dense layer as wide as the class and the loss need; it is added where it is not written. Maps are \
        flattened in
        front of a dense layer. `input` is the name of the network's input. The first step may be one of the names of \
        whole networks below.

        Written below as `name setting [setting=default]`. This file is made from the program's own help.

        """
        + section("Layers", Catalog.LAYERS) + section("Losses", Catalog.LOSSES)
        + section("Optimizers", Catalog.OPTIMIZERS) + section("Schedules", Catalog.SCHEDULES)
        + section("Initialisers", Catalog.INITIALIZERS)
        + "## Whole networks\n\nEach for inputs of the size in brackets or a similar one; the output layer comes "
        + "behind it: lenet (28x28x1), alexnet (227x227x3),\nalexnet-small, vgg-small, resnet-small (32x32x3), "
        + "autoencoder-conv (28x28x1).\n\n```text\n" + Help.ofPresets() + "```\n";
  }

  private static String section(String title, Catalog<?> catalog) {
    return "## " + title + "\n\n```text\n" + Help.of(catalog) + "```\n\n";
  }

  @Test
  void theFileSaysWhatTheHelpSays() throws IOException {
    assertEquals(text(), Files.readString(FILE),
        "docs/notation.md is not the program's help; write it anew by running " + NotationDocTest.class.getName());
  }

  /** Writes the file; to be run in the project's folder. */
  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, text());
  }
}
