package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import ruru.data.synthetic.ShapePicture;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * Circles, squares, triangles and stars of random size, position and orientation, bright on dark or dark on bright. No
 * single pixel says anything about the class, so that schemes that look at pixels one by one fail.
 */
public class Shapes extends ImageGenerator {

  private static final long serialVersionUID = 1862294401157790342L;

  private static final int GREY = 1;
  private static final int COLOUR = 3;

  /** Dark values are at most this, bright ones at least 1 minus this. */
  private static final double RANGE = 0.4;

  private int channels = GREY;

  public String globalInfo() {
    return "Generates images of circles, squares, triangles and stars of random size, position and orientation, "
        + "bright on "
        + "dark or dark on bright, in grey or colour; pixels as attributes (row by row, in a row pixel by pixel, "
        + "values "
        + "0 to 255). The shapes alternate.";
  }

  @Override
  protected List<String> labels() {
    return Arrays.stream(ShapePicture.values()).map(ShapePicture::label).toList();
  }

  @Override
  protected int channels() {
    return channels;
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // labels are the places of classes, which are listed in this order
  protected double[] picture(int label, Random random) {
    double[] covered = ShapePicture.values()[label].draw(getSize(), random);
    double[] picture = new double[covered.length * channels];
    for (int c = 0; c < channels; c++) {
      boolean bright = random.nextBoolean();
      double dark = RANGE * random.nextDouble();
      double light = 1 - RANGE * random.nextDouble();
      double shape = bright ? light : dark;
      double ground = bright ? dark : light;
      for (int p = 0; p < covered.length; p++) {
        picture[p * channels + c] = ground + covered[p] * (shape - ground);
      }
    }
    return picture;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of channels: 1 for grey, 3 for red, green and blue\n\t(default " + GREY + ").",
        "channels", 1, "-channels <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setChannels(new StrictOptions(options).integer("channels", GREY));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-channels", "" + channels);
    return result.toArray(new String[0]);
  }

  public int getChannels() {
    return channels;
  }

  public void setChannels(int channels) {
    if (channels != GREY && channels != COLOUR) {
      throw new IllegalArgumentException("channels must be " + GREY + " (grey) or " + COLOUR + " (colour), got "
          + channels);
    }
    this.channels = channels;
  }

  public String channelsTipText() {
    return "The number of channels of a pixel: 1 for grey, 3 for red, green and blue.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new Shapes(), args);
  }
}
