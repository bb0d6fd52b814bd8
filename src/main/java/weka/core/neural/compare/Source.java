package weka.core.neural.compare;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;

/** The source of one data set, read only when needed. The last attribute is the class. */
final class Source {

  private interface Opener {
    InputStream open() throws IOException;
  }

  private interface Content {
    Instances read() throws IOException;
  }

  private final String name;
  private final @Nullable String imageSize;
  private final String choices;
  private final Content content;

  private Source(String name, @Nullable String imageSize, Content content) {
    this(name, imageSize, "", content);
  }

  private Source(String name, @Nullable String imageSize, String choices, Content content) {
    this.name = name;
    this.imageSize = imageSize;
    this.choices = choices;
    this.content = content;
  }

  /** The same data with these options for NeuralNet. */
  Source withChoices(String options) {
    return new Source(name, imageSize, options, content);
  }

  private static Source arff(String name, @Nullable String imageSize, Opener opener) {
    return new Source(name, imageSize, () -> {
      try (Reader reader = new InputStreamReader(opener.open(), StandardCharsets.UTF_8)) {
        return new Instances(reader);
      }
    });
  }

  /** An ARFF file, gzipped if its name ends in .gz, or the images of an IDX file with the labels beside it. */
  static Source file(Path path) {
    if (path.toString().contains("idx3-ubyte")) {
      return new Source(path.toString(), null, () -> {
        IdxLoader loader = new IdxLoader();
        loader.setSource(path.toFile());
        return loader.getDataSet();
      });
    }
    return arff(path.toString(), null, () -> open(path));
  }

  /**
   * An ARFF file whose attributes are the pixels of images, row by row.
   *
   * @param size height x width x channels
   */
  static Source pixels(Path path, String size) {
    return arff(path.toString(), size, () -> open(path));
  }

  /**
   * A folder with one subfolder of images for each class; the data set is named after it.
   *
   * @param size height x width x channels to scale the images to
   */
  static Source imageFolder(Path path, String size) {
    return new Source(path.toString(), size, () -> {
      requireExists(path);
      ImageFolderLoader loader = new ImageFolderLoader();
      loader.setDirectory(path.toFile());
      loader.setSize(size);
      Instances data = loader.getDataSet();
      data.setRelationName(path.getFileName().toString());
      return data;
    });
  }

  private static InputStream open(Path path) throws IOException {
    requireExists(path);
    InputStream in = Files.newInputStream(path);
    return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static void requireExists(Path path) throws FileNotFoundException {
    if (!Files.exists(path)) {
      throw new FileNotFoundException("there is no such file or folder");
    }
  }

  /** A data set inside Weka's jar. */
  static Source resource(String path) {
    return arff(path.substring(path.lastIndexOf('/') + 1) + " of Weka", null, () -> {
      InputStream in = Instances.class.getClassLoader().getResourceAsStream(path);
      if (in == null) {
        throw new FileNotFoundException("Weka's jar has no " + path);
      }
      return in;
    });
  }

  /** Where it is, for the user. */
  String name() {
    return name;
  }

  /** Height x width x channels if the attributes are pixels, null for a table. */
  @Nullable
  String imageSize() {
    return imageSize;
  }

  /** NeuralNet's options here, including the size of images; empty for its default settings. */
  String network() {
    return ((imageSize == null ? "" : "-input " + imageSize + " ") + choices).trim();
  }

  /**
   * Reads the data.
   *
   * @throws IOException if it cannot be read or is invalid
   */
  Instances read() throws IOException {
    Instances data = content.read();
    if (data.numAttributes() == 0) {
      throw new IOException("it has no attributes");
    }
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }
}
