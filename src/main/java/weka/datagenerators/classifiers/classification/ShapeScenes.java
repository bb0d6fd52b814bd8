package weka.datagenerators.classifiers.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import org.jspecify.annotations.Nullable;
import ruru.data.PngFile;
import ruru.data.synthetic.ShapePicture;
import ruru.data.synthetic.ShapeScene;
import ruru.nn.Shape;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * Scenes of several shapes, for networks that say of every pixel what it belongs to. The class says whether one of the
 * shapes is a star. In the folder, images/00001.png is an image and masks/00001.png its mask, whose grey is
 * {@value #STEP} times the class of a pixel: 0 the ground, then circle, square, star and triangle.
 */
public class ShapeScenes extends ImageGenerator {

  private static final long serialVersionUID = 4038177261950938472L;

  /** Of the greys of a mask, so that a mask can be looked at. */
  private static final int STEP = 60;
  private static final int MOST = 20;
  private static final int DEFAULT_OBJECTS = 3;
  private static final int PRESENT = 1;

  private int objects = DEFAULT_OBJECTS;
  private transient @Nullable ShapeScene scene;

  public String globalInfo() {
    return "Generates images of several circles, squares, stars and triangles on a ground, none touching another; "
        + "pixels as attributes (row by row, in a row pixel by pixel, values 0 to 255). The class says whether a star "
        + "is among them. With a folder, images and masks are written as files, for dense prediction: the grey of a "
        + "mask is 0 for the ground, 60 for a circle, 120 for a square, 180 for a star and 240 for a triangle.";
  }

  @Override
  protected List<String> labels() {
    return List.of("no-star", "star");
  }

  @Override
  protected int defaultSize() {
    return 64;
  }

  @Override
  protected String written() {
    return "every image is also written as a PNG file, in the subfolder images, and its mask under the same name in "
        + "the subfolder masks";
  }

  @Override
  protected double[] picture(int label, Random random) {
    List<ShapePicture> others = new ArrayList<>(List.of(ShapePicture.values()));
    others.remove(ShapePicture.STAR);
    List<ShapePicture> drawn = new ArrayList<>();
    int count = 1 + random.nextInt(objects);
    for (int i = 0; i < count; i++) {
      drawn.add(label == PRESENT && i == 0 ? ShapePicture.STAR : others.get(random.nextInt(others.size())));
    }
    scene = ShapeScene.draw(drawn, getSize(), random);
    return scene.grey();
  }

  @Override
  protected void write(byte[] pixels, Shape shape, int label, Path folder, String name) throws IOException {
    PngFile.write(pixels, shape, folder.resolve("images").resolve(name));
    byte[] classes = scene == null ? new byte[0] : scene.classes();
    byte[] mask = new byte[classes.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (STEP * classes[i]);
    }
    PngFile.write(mask, shape, folder.resolve("masks").resolve(name));
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe largest number of shapes in an image, from 1 to " + MOST + "\n\t(default "
        + DEFAULT_OBJECTS + ").", "objects", 1, "-objects <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setObjects(new StrictOptions(options).integer("objects", DEFAULT_OBJECTS));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-objects", "" + objects);
    return result.toArray(new String[0]);
  }

  public int getObjects() {
    return objects;
  }

  public void setObjects(int objects) {
    if (objects < 1 || objects > MOST) {
      throw new IllegalArgumentException("objects must be from 1 to " + MOST + ", got " + objects);
    }
    this.objects = objects;
  }

  public String objectsTipText() {
    return "The largest number of shapes in an image; each image has from 1 to this many, fewer where there is no "
        + "room.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new ShapeScenes(), args);
  }
}
