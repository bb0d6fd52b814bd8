package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ruru.nn.Usage;

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

        Layers are separated by commas. A layer is its name, its settings in order or as name=value, activations, and
        `as NAME` to refer to it later. Activations and settings as name=value may be in any order; where a layer's name
        starts the next layer, the comma may be left out. A setting that has settings of its own takes them in brackets.
        The last layer is `output`, a dense layer as wide as the class and the loss need; it is added if it is missing.
        Maps are flattened before a dense layer. `input` is the name of the network's input. A preset may take the place
        of the first layer. Messages count a layer and its activations as one step.

        Layers are listed as `name setting [setting=default]`. Shapes are those of one row: [features] of a table,
        [height, width, channels] of an image, [steps, channels] of a series. [...] is any shape, and a name with a
        prime is a size that follows from the settings. The examples are for three classes. This file is generated from
        the program's own help.

        """
        + contents() + "## Layers\n\n" + layers() + section("Losses", Catalog.LOSSES)
        + section("Optimizers", Catalog.OPTIMIZERS) + section("Schedules", Catalog.SCHEDULES)
        + section("Initialisers", Catalog.INITIALIZERS)
        + "## Presets\n\nEach is for inputs of the size in brackets or similar; the output layer is "
        + "added: lenet (28x28x1), alexnet (227x227x3),\nalexnet-small, vgg-small, resnet-small (32x32x3), "
        + "autoencoder-conv (28x28x1); transformer-small is for series of any size; unet-small, fcn-small\n"
        + "and segnet-small are for a class at each pixel of images of any size.\n\n" + block(Help.ofPresets());
  }

  private static String contents() {
    StringBuilder text = new StringBuilder("* Layers\n");
    for (Usage.Kind kind : Usage.Kind.values()) {
      text.append("  * ").append(link(kind.title())).append(": ").append(String.join(", ", LayerHelp.names(kind)))
          .append('\n');
    }
    contents(text, "Losses", Catalog.LOSSES.names());
    contents(text, "Optimizers", Catalog.OPTIMIZERS.names());
    contents(text, "Schedules", Catalog.SCHEDULES.names());
    contents(text, "Initialisers", Catalog.INITIALIZERS.names());
    contents(text, "Presets", Presets.names());
    return text.append('\n').toString();
  }

  private static void contents(StringBuilder text, String title, Collection<String> names) {
    text.append("* ").append(link(title)).append(": ").append(String.join(", ", names)).append('\n');
  }

  private static String link(String title) {
    return "[" + title + "](#" + title.toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
  }

  private static String layers() {
    return Arrays.stream(Usage.Kind.values())
        .map(kind -> "### " + kind.title() + "\n\n" + block(Help.of(kind)) + "\n").collect(Collectors.joining());
  }

  private static String section(String title, Catalog<?> catalog) {
    return "## " + title + "\n\n" + block(Help.of(catalog)) + "\n";
  }

  private static String block(String text) {
    return "```text\n" + text + "```\n";
  }

  @Test
  void theFileSaysWhatTheHelpSays() throws IOException {
    assertEquals(text(), Files.readString(FILE),
        "docs/notation.md is not the program's help; regenerate it by running " + NotationDocTest.class.getName());
  }

  /** Writes the file; to be run in the project's folder. */
  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, text());
  }
}
