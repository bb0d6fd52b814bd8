package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import java.util.stream.IntStream;
import ruru.data.synthetic.DigitPicture;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * The digits 0 to 9, drawn with a pen of random width in a shaky hand: white on black like MNIST, but easier.
 */
public class StrokeDigits extends ImageGenerator {

  private static final long serialVersionUID = -3339401227710046188L;

  private static final double DEFAULT_DISTORTION = 1;

  private double distortion = DEFAULT_DISTORTION;

  public String globalInfo() {
    return "Generates images of the digits 0 to 9, drawn with randomly distorted strokes: points moved, the whole "
        + "rotated, slanted, stretched and shifted, the pen thin or thick. White on black, pixels as attributes (row "
        + "by row, values 0 to 255). The digits alternate.";
  }

  @Override
  protected List<String> labels() {
    return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
  }

  @Override
  protected double[] picture(int label, Random random) {
    return DigitPicture.draw(label, getSize(), distortion, random);
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tHow much the strokes are distorted: 0 for not at all, up to 3\n\t(default "
        + DEFAULT_DISTORTION + ").", "distortion", 1, "-distortion <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setDistortion(new StrictOptions(options).number("distortion", DEFAULT_DISTORTION));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-distortion", "" + distortion);
    return result.toArray(new String[0]);
  }

  public double getDistortion() {
    return distortion;
  }

  public void setDistortion(double distortion) {
    if (!(distortion >= 0 && distortion <= 3)) {
      throw new IllegalArgumentException("distortion must be from 0 to 3, got " + distortion);
    }
    this.distortion = distortion;
  }

  public String distortionTipText() {
    return "How much the strokes are distorted, from 0 (not at all) to 3; 1 is roughly human handwriting.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new StrokeDigits(), args);
  }
}
