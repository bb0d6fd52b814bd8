package weka.core.neural;

import weka.clusterers.NumberOfClustersRequestable;
import weka.clusterers.RandomizableClusterer;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.OptionMetadata;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.clusterers.NeuralClusterer} as bean properties, with their texts. */
public abstract class NeuralClustererOptions extends RandomizableClusterer
    implements NumberOfClustersRequestable, EnvironmentHandler {
  private static final long serialVersionUID = 1;

  private final ClusterSettings clusters = new ClusterSettings();
  private final NeuralSettings settings = new NeuralSettings();
  private final AutoencoderSettings coding = new AutoencoderSettings();

  /** As SimpleKMeans, which divides numbers by their range. */
  protected NeuralClustererOptions() {
    settings.scaling.set(Scaling.RANGE);
  }

  public ClusterSettings clusters() {
    return clusters;
  }

  /** All that concerns training. */
  public NeuralSettings settings() {
    return settings;
  }

  public AutoencoderSettings coding() {
    return coding;
  }

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info", commandLineParamIsFlag = true,
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the clusterer may print more to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", commandLineParamName = "do-not-check-capabilities",
      commandLineParamIsFlag = true, displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Do not check whether the clusterer can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** Where variables such as ${HOME} in the names of files and folders come from. */
  @Override
  public void setEnvironment(Environment variables) {
    settings.images().setEnvironment(variables);
  }

  @OptionMetadata(displayName = "clusters", commandLineParamName = "N", displayOrder = 1,
      description = "Number of clusters; 'auto' takes the number from 2 to 10 with the best silhouette, 3-8 one of "
          + "these.")
  public String getClusters() {
    return clusters.clusters.text();
  }

  public void setClusters(String text) {
    clusters.clusters.set(text);
  }

  @Override
  public void setNumClusters(int number) {
    clusters.clusters.set(Integer.toString(number));
  }

  @OptionMetadata(displayName = "layers", commandLineParamName = "layers", displayOrder = 2,
      description = "The layers of the encoder in front of the code, separated by commas: 'dense 64 relu, dense 32 "
          + "relu'. 'none' is K-means on the scaled attributes alone, without code, noise, augment and refining. "
          + "'auto' is one relu layer of four times as many units as inputs, at least 16; above 64 inputs it is "
          + "'dense 256 relu, dense 128 relu', or 'dense 500 relu, dense 300 relu' where images are changed at "
          + "random. It is used only where its clusters are more stable: those found in one half of the rows are "
          + "found again in the other, or images stay in their cluster when they are changed.")
  public String getLayers() {
    return coding.layers.text();
  }

  public void setLayers(String text) {
    coding.layers.set(text);
  }

  @OptionMetadata(displayName = "code", commandLineParamName = "code", displayOrder = 3,
      description = "Numbers in the code, in whose space clusters are looked for. 'auto' is half of the inputs, at "
          + "most 16 (10 where images are changed at random).")
  public String getCode() {
    return coding.code.text();
  }

  public void setCode(String text) {
    coding.code.set(text);
  }

  @OptionMetadata(displayName = "decoder", commandLineParamName = "decoder", displayOrder = 4,
      category = OptionGroup.ADVANCED,
      description = "The decoder's layers behind the code; 'auto' mirrors the encoder, 'none' has no hidden one.")
  public String getDecoder() {
    return coding.decoder.text();
  }

  public void setDecoder(String text) {
    coding.decoder.set(text);
  }

  @OptionMetadata(displayName = "noise", commandLineParamName = "noise", displayOrder = 5,
      category = OptionGroup.TRAINING,
      description = "Noise put on the inputs while the autoencoder is trained: gaussian, mask, salt or none. A number "
          + "says how strong it is: 'gaussian 0.3', 'mask 0.2', 'salt 0.1'.")
  public String getNoise() {
    return coding.noise.text();
  }

  public void setNoise(String text) {
    coding.noise.set(text);
  }

  @OptionMetadata(displayName = "refine", commandLineParamName = "refine", displayOrder = 6,
      category = OptionGroup.TRAINING,
      description = "Epochs, at most, in which clusters and autoencoder are trained together (deep embedded "
          + "clustering); 0 means not at all. It ends as soon as hardly any row changes its cluster. 'auto' is as many "
          + "as make 4,000 updates, from 10 to 100.")
  public String getRefine() {
    return clusters.refine.text();
  }

  public void setRefine(String text) {
    clusters.refine.set(text);
  }

  @OptionMetadata(displayName = "refineWeight", commandLineParamName = "refine-weight", displayOrder = 7,
      category = OptionGroup.TRAINING,
      description = "Weight of the clusters beside the reconstruction in refining. 'auto' is 1 where images are "
          + "changed at random, else 0.1.")
  public String getRefineWeight() {
    return clusters.refineWeight.text();
  }

  public void setRefineWeight(String text) {
    clusters.refineWeight.set(text);
  }

  @OptionMetadata(displayName = "refineFrom", commandLineParamName = "refine-from", displayOrder = 18,
      category = OptionGroup.TRAINING,
      description = "Refining begins with so many clusters, more than wanted; after 20 epochs those are merged between "
          + "which 'augment' carries rows, or to which rows belong alike. 0 begins with those wanted. 'auto' is twice "
          + "those wanted where images are changed at random, else 0.")
  public String getRefineFrom() {
    return clusters.refineFrom.text();
  }

  public void setRefineFrom(String text) {
    clusters.refineFrom.set(text);
  }

  @OptionMetadata(displayName = "starts", commandLineParamName = "starts", displayOrder = 8,
      category = OptionGroup.TRAINING,
      description = "Starts of K-means, of which the one with the smallest sum of squared distances is kept.")
  public int getStarts() {
    return clusters.starts.value();
  }

  public void setStarts(int value) {
    clusters.starts.set(value);
  }

  @OptionMetadata(displayName = "input", commandLineParamName = "input", displayOrder = 9,
      category = OptionGroup.IMAGES,
      description = "For images: their shape, as in 28x28x1; the numeric attributes are their pixels. Or none. 'auto' "
          + "lets image files choose their size (at most 32 pixels a side) and takes numeric attributes as a table.")
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "scaling", commandLineParamName = "scaling", displayOrder = 10,
      category = OptionGroup.ADVANCED,
      description = "What is done to numeric attributes: standardise (mean 0, deviation 1), range (to [-1, 1]) or "
          + "none.")
  public Scaling getScaling() {
    return settings.scaling.value();
  }

  public void setScaling(Scaling value) {
    settings.scaling.set(value);
  }

  @OptionMetadata(displayName = "rate", commandLineParamName = "rate", displayOrder = 11,
      category = OptionGroup.TRAINING,
      description = "The learning rate, above 0. 'auto' is 0.002 while the autoencoder is trained alone and 0.001 in "
          + "refining (0.002 where images are changed at random).")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "epochs", commandLineParamName = "epochs", displayOrder = 12,
      description = "Passes over the rows in which the autoencoder is trained alone, while the rate falls to 0; "
          + "with 0 it stays as it was initialised. 'auto' is 100; where images are changed at random as many as make "
          + "12,000 updates, from 30 to 150.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.epochs.set(text);
  }

  @OptionMetadata(displayName = "batch", commandLineParamName = "batch", displayOrder = 13,
      category = OptionGroup.TRAINING,
      description = "Rows of one update, or 'all'. 'auto' is 32 below 1,500 rows, 64 below 10,000, else 128.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "threads", commandLineParamName = "threads", displayOrder = 14,
      category = OptionGroup.ADVANCED,
      description = "Threads at most; 'auto' uses all cores. Changes the time, never the result.")
  public String getThreads() {
    return settings.threads.text();
  }

  public void setThreads(String text) {
    settings.threads.set(text);
  }

  @OptionMetadata(displayName = "augment", commandLineParamName = "augment", displayOrder = 15,
      category = OptionGroup.IMAGES,
      description = "Random changes of images in training, new in every epoch, as in 'flip, shift 2, rotate 10', or "
          + "none. Others are 'zoom 0.1', 'crop 2' and 'cutout 4'. A changed image is to be reconstructed as it was "
          + "and to "
          + "fall into the same cluster, so that clusters do not depend on such changes. 'auto' shifts images by up "
          + "to 7 % of their shorter side, at least a pixel, and turns them by up to 10 degrees.")
  public String getAugment() {
    return clusters.augment.text();
  }

  public void setAugment(String text) {
    clusters.augment.set(text);
  }

  @OptionMetadata(displayName = "images", commandLineParamName = "images", displayOrder = 16,
      category = OptionGroup.IMAGES,
      description = "Folder from which the names of image files count that a string attribute holds. Images are "
          + "brought to the size that -input gives. 'auto': the names are whole paths, as ImageFolderLoader writes "
          + "them, or count from the folder that Weka was started in. 'none': there are no image files.")
  public String getImages() {
    return settings.images().images.text();
  }

  public void setImages(String folder) {
    settings.images().images.set(folder);
  }

  @OptionMetadata(displayName = "imageCache", commandLineParamName = "image-cache", displayOrder = 17,
      category = OptionGroup.IMAGES,
      description = "Megabytes for decoded images at most; images that do not fit are decoded again each time.")
  public int getImageCache() {
    return settings.images().cacheMegabytes.value();
  }

  public void setImageCache(int megabytes) {
    settings.images().cacheMegabytes.set(megabytes);
  }

  @OptionMetadata(displayName = "runs", commandLineParamName = "runs", displayOrder = 19,
      category = OptionGroup.TRAINING,
      description = "Runs of the whole (autoencoder, clusters, refining), each from other initial weights. The one is "
          + "kept whose clusters agree best with those of the others and, where images are changed at random, with its "
          + "own after such changes. Takes that many times as long. 'auto' is 5 where images are changed at random up "
          + "to 3,000 rows, else 1.")
  public String getRuns() {
    return clusters.runs.text();
  }

  public void setRuns(String text) {
    clusters.runs.set(text);
  }
}
