package weka.core.neural;

import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.OptionMetadata;
import weka.core.neural.options.OptionGroup;

/**
 * Options that all schemes have, with the same texts. Their display orders leave room for those of the schemes.
 *
 * <p>Early releases of Java 17 do not see that default methods are properties: {@link EditedBeanInfo} tells so, and
 * for Weka's experiments a scheme has to name this interface itself, as {@link SearchedTraining} says. Later ones take
 * the annotation of a getter from here even if a scheme overrides it, so an option that differs has no place here.
 */
public interface CommonOptions extends EnvironmentHandler {
  NeuralSettings settings();

  /** Where variables such as ${HOME} in the names of files and folders come from. */
  @Override
  default void setEnvironment(Environment variables) {
    settings().images().setEnvironment(variables);
  }

  @OptionMetadata(displayName = "scaling", displayOrder = 20, category = OptionGroup.ADVANCED,
      description = "How numeric attributes, and a numeric class to predict, are scaled: standardise (mean 0, standard "
          + "deviation 1; numbers that are 0 in nine of ten rows keep their zeros if there are a hundred or more of "
          + "them, as the counts of words), range (to [-1, 1]) or none.")
  default Scaling getScaling() {
    return settings().scaling.value();
  }

  default void setScaling(Scaling value) {
    settings().scaling.set(value);
  }

  @OptionMetadata(displayName = "threads", displayOrder = 50, category = OptionGroup.ADVANCED,
      description = "Maximum number of threads; 'auto' uses all cores. It affects the time, never the result.")
  default String getThreads() {
    return settings().threads.text();
  }

  default void setThreads(String text) {
    settings().threads.set(text);
  }

  @OptionMetadata(displayName = "diagnose", displayOrder = 56, category = OptionGroup.OUTPUT,
      description = "Print how each layer did in training: the size of weights, gradients and updates, dead and "
          + "saturated units, and what to do about what is wrong.")
  default boolean getDiagnose() {
    return settings().diagnose.value();
  }

  default void setDiagnose(boolean value) {
    settings().diagnose.set(value);
  }

  @OptionMetadata(displayName = "images", displayOrder = 70, category = OptionGroup.IMAGES,
      description = "Folder that the names of image files, held by a string attribute, are relative to. Images are "
          + "decoded as they are needed and resized as -input says. 'auto': the names are full paths, as "
          + "ImageFolderLoader writes them, or relative to the folder that Weka was started in. 'none': there are no "
          + "image files.")
  default String getImages() {
    return settings().images().images.text();
  }

  default void setImages(String folder) {
    settings().images().images.set(folder);
  }

  @OptionMetadata(displayName = "imageCache", displayOrder = 71, category = OptionGroup.IMAGES,
      description = "Megabytes of memory for decoded images, at most; images that do not fit are decoded again each "
          + "time.")
  default int getImageCache() {
    return settings().images().cacheMegabytes.value();
  }

  default void setImageCache(int megabytes) {
    settings().images().cacheMegabytes.set(megabytes);
  }

  @OptionMetadata(displayName = "imagesAnywhere", displayOrder = 75, category = OptionGroup.IMAGES,
      description = "Let rows name image files anywhere on this machine. Otherwise they are kept inside the folder "
          + "that is set as images, wherever '..', full paths and links lead, so that data from elsewhere cannot have "
          + "other files read. If images is 'auto', this is the folder that Weka was started in; where all training "
          + "rows name full paths, it is the folder that holds them all, and any that ImageFolderLoader has opened "
          + "meanwhile.")
  default boolean getImagesAnywhere() {
    return settings().images().anywhere.value();
  }

  default void setImagesAnywhere(boolean value) {
    settings().images().anywhere.set(value);
  }
}
