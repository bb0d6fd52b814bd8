package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Pictures of what autoencoders make of images that they were not trained on: denoised and newly generated images. */
final class AutoencoderPictures {
  static final String RESTORED = "denoised.png";
  static final String GENERATED = "generated.png";

  /** Standard deviation on inputs from -1 to 1: 0.3 of the range from black to white. */
  private static final double NOISE = 0.6;
  private static final String TRAINING = " -epochs 200 -scaling range -input ";

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
    Path restored = folder.resolve(RESTORED);
    NeuralEncoder denoising = trained(
        "-layers \"dense 256 relu\" -noise \"gaussian " + NOISE + "\" -code 32");
    denoising.autoencoder().draw(others, false, 1, restored);
    double[] errors = errors(denoising);
    pictures.add(new Picture("An autoencoder removes noise from " + known.relationName(), String.format(Locale.ROOT,
        "Images that it was not trained on: originals, with Gaussian noise of %.1f of the range from black to white, "
            + "and denoised. Mean squared error against the originals, white being 1: %.4f with noise, %.4f denoised.",
        NOISE / 2, errors[0],
        errors[1]), restored));
    Path generated = folder.resolve(GENERATED);
    NeuralEncoder variational = trained("-layers \"dense 256 relu, dense 128 relu\" -variational -code 4");
    variational.autoencoder().draw(others, true, 1, generated);
    pictures.add(new Picture("A variational autoencoder draws " + known.relationName(),
        "New images, decoded from codes of four numbers drawn from the standard normal distribution.",
        generated));
    return pictures;
  }

  private NeuralEncoder trained(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options + " -output reconstruction" + TRAINING + input));
    f.setInputFormat(known);
    Filter.useFilter(known, f);
    return f;
  }

  /** Squared errors of the noise and after denoising, per pixel. */
  private double[] errors(NeuralEncoder denoising) throws Exception {
    int pixels = others.numAttributes() - 1;
    double white = 0;
    for (Instance row : others) {
      for (int i = 0; i < pixels; i++) {
        white = Math.max(white, row.value(i));
      }
    }
    Instances noisy = new Instances(others);
    Random random = new Random(1);
    for (Instance row : noisy) {
      for (int i = 0; i < pixels; i++) {
        row.setValue(i, row.value(i) + NOISE / 2 * white * random.nextGaussian());
      }
    }
    return new double[] {error(noisy, white), error(Filter.useFilter(noisy, denoising), white)};
  }

  private double error(Instances images, double white) {
    int pixels = others.numAttributes() - 1;
    double sum = 0;
    for (int r = 0; r < others.numInstances(); r++) {
      for (int i = 0; i < pixels; i++) {
        double d = (images.instance(r).value(i) - others.instance(r).value(i)) / white;
        sum += d * d / pixels / others.numInstances();
      }
    }
    return sum;
  }
}
