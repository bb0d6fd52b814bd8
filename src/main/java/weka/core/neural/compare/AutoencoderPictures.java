package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/**
 * Pictures of what autoencoders make of images that they were not trained on: images without noise, images whose holes
 * are filled, and new images.
 */
final class AutoencoderPictures {
  static final String RESTORED = "denoised.png";
  static final String FILLED = "inpainted.png";
  static final String FROM_CODE = "from-code.png";
  static final String GENERATED = "generated.png";

  private static final String SCALING = " -scaling range -output reconstruction -input ";
  private static final String UNSEEN = "images that it was not trained on";

  private final Instances known;
  private final Instances others;
  private final String input;
  private final Path folder;

  /** @param folder where the pictures go */
  AutoencoderPictures(Source images, Path folder) throws IOException {
    Instances data = images.read();
    data.randomize(new Random(1));
    int first = data.numInstances() * 4 / 5;
    known = new Instances(data, 0, first);
    others = new Instances(data, first, data.numInstances() - first);
    input = Objects.requireNonNull(images.imageSize(), "only images are drawn");
    this.folder = folder;
  }

  List<Picture> draw() throws Exception {
    List<Picture> pictures = new ArrayList<>();
    // Standard deviation on inputs from -1 to 1.
    pictures.add(restored("An autoencoder removes noise from ", "with Gaussian noise of 0.3 of the range from black to "
        + "white, and denoised", RESTORED,
        "-noise \"gaussian 0.6\" -epochs 60 "
            + "-layers \"conv 16 3x3 relu, conv 16 3x3 relu as code, conv 16 3x3 relu, conv 1 3x3\""));
    pictures.add(restored("An autoencoder fills holes in ", "with a hole of 5 x 5 pixels, and as reconstructed", FILLED,
        "-noise \"hole 5\" -epochs 200 -layers \"dense 256 relu\" -code 32"));
    pictures.add(fromCode());
    pictures.add(generated());
    return pictures;
  }

  private Picture restored(String title, String what, String file, String options) throws Exception {
    NeuralEncoder encoder = trained(options);
    Path path = folder.resolve(file);
    encoder.autoencoder().draw(others, false, 1, path);
    return new Picture(title + known.relationName(), "Images that it was not trained on: originals, " + what + ". "
        + encoder.autoencoder().restoration(others, UNSEEN) + ".", path);
  }

  private Picture fromCode() throws Exception {
    NeuralEncoder encoder = trained(
        "-layers \"conv 16 3x3 stride=2 relu, conv 32 3x3 stride=2 relu\" -code 10 -epochs 200");
    Path path = folder.resolve(FROM_CODE);
    encoder.autoencoder().draw(others, false, 1, path);
    return new Picture("A deconvolutional network draws " + known.relationName() + " from ten numbers",
        "Images that it was not trained on: originals, and drawn from codes of ten numbers by transposed convolutions.",
        path);
  }

  private Picture generated() throws Exception {
    Path path = folder.resolve(GENERATED);
    NeuralEncoder variational =
        trained("-layers \"dense 256 relu, dense 128 relu\" -variational -code 4 -epochs 200");
    variational.autoencoder().draw(others, true, 1, path);
    return new Picture("A variational autoencoder draws " + known.relationName(),
        "New images, decoded from codes of four numbers drawn from the standard normal distribution.", path);
  }

  private NeuralEncoder trained(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options + SCALING + input));
    f.setInputFormat(known);
    Filter.useFilter(known, f);
    return f;
  }
}
