package weka.core.neural;

import weka.clusterers.NumberOfClustersRequestable;
import weka.clusterers.RandomizableClusterer;
import weka.core.OptionMetadata;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.clusterers.NeuralClusterer} as bean properties, with their texts. */
public abstract class NeuralClustererOptions extends RandomizableClusterer
    implements NumberOfClustersRequestable, CommonOptions {
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
  @Override
  public NeuralSettings settings() {
    return settings;
  }

  public AutoencoderSettings coding() {
    return coding;
  }

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info",
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the clusterer may print additional information to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", displayOrder = BeanOptions.AFTER_OWN,
      category = OptionGroup.ADVANCED, description = "Do not check whether the clusterer can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  @OptionMetadata(displayName = "clusters", commandLineParamName = "N", displayOrder = 1,
      description = "Number of clusters; 'auto' takes the number from 2 to 10 with the best silhouette, 3-8 the best "
          + "in that range.")
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

  @OptionMetadata(displayName = "layers", displayOrder = 2,
      description = "The encoder's layers before the code, separated by commas, as in 'dense 64 relu, dense 32 relu'. "
          + "'none' is K-means on the scaled attributes alone, without code, noise, augmentation and refinement. "
          + "'auto' is one relu layer with four times as many units as inputs, at least 16; above 64 inputs it is "
          + "'dense 256 relu, dense 128 relu', or 'dense 500 relu, dense 300 relu' with augmented images. It is used "
          + "only if its clusters are more stable: those found in one half of the rows are found again in the other, "
          + "or images stay in their cluster when they are augmented.")
  public String getLayers() {
    return coding.layers.text();
  }

  public void setLayers(String text) {
    coding.layers.set(text);
  }

  @OptionMetadata(displayName = "code", displayOrder = 3,
      description = "Number of units of the code, in whose space clusters are sought. 'auto' is half the number of "
          + "inputs, at most 16 (10 with augmented images).")
  public String getCode() {
    return coding.code.text();
  }

  public void setCode(String text) {
    coding.code.set(text);
  }

  @OptionMetadata(displayName = "decoder", displayOrder = 4, category = OptionGroup.ADVANCED,
      description = "The decoder's layers after the code; 'auto' mirrors the encoder, 'none' means no hidden layer.")
  public String getDecoder() {
    return coding.decoder.text();
  }

  public void setDecoder(String text) {
    coding.decoder.set(text);
  }

  @OptionMetadata(displayName = "noise", displayOrder = 5, category = OptionGroup.TRAINING,
      description = "Noise added to the inputs while the autoencoder is trained: gaussian, mask, salt, hole or none. A "
          + "number says how strong it is: 'gaussian 0.3', 'mask 0.2', 'salt 0.1', 'hole 8'.")
  public String getNoise() {
    return coding.noise.text();
  }

  public void setNoise(String text) {
    coding.noise.set(text);
  }

  @OptionMetadata(displayName = "refine", displayOrder = 6, category = OptionGroup.TRAINING,
      description = "Maximum number of epochs in which clusters and autoencoder are trained together (deep embedded "
          + "clustering); 0 means no refinement. It ends as soon as hardly any row changes its cluster. 'auto' is "
          + "enough for 4,000 updates, from 10 to 100.")
  public String getRefine() {
    return clusters.refine.text();
  }

  public void setRefine(String text) {
    clusters.refine.set(text);
  }

  @OptionMetadata(displayName = "refineWeight", displayOrder = 7, category = OptionGroup.TRAINING,
      description = "Weight of the clusters relative to the reconstruction in refinement. 'auto' is 1 with augmented "
          + "images, otherwise 0.1.")
  public String getRefineWeight() {
    return clusters.refineWeight.text();
  }

  public void setRefineWeight(String text) {
    clusters.refineWeight.set(text);
  }

  @OptionMetadata(displayName = "starts", displayOrder = 8, category = OptionGroup.TRAINING,
      description = "Number of times that K-means is started; the result with the smallest sum of squared distances "
          + "is kept.")
  public int getStarts() {
    return clusters.starts.value();
  }

  public void setStarts(int value) {
    clusters.starts.set(value);
  }

  @OptionMetadata(displayName = "input", displayOrder = 9, category = OptionGroup.IMAGES,
      description = ImageInput.HELP)
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "rate", displayOrder = 21, category = OptionGroup.TRAINING,
      description = "The learning rate, above 0. 'auto' is 0.002 while the autoencoder is trained alone and 0.001 in "
          + "refinement (0.002 with augmented images).")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 22,
      description = "Number of passes over the rows in which the autoencoder is trained alone, while the rate falls to "
          + "0; with 0 it stays as it was initialised. 'auto' is 100 or, with augmented images, enough for 12,000 "
          + "updates, from 30 to 150.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.epochs.set(text);
  }

  @OptionMetadata(displayName = "batch", displayOrder = 23, category = OptionGroup.TRAINING,
      description = "Number of rows per update, or 'all'. 'auto' is 32 below 1,500 rows, 64 below 10,000, otherwise "
          + "128.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "augment", displayOrder = 51, category = OptionGroup.IMAGES,
      description = "Random changes to images in training, new in every epoch, as in 'flip, shift 2, rotate 10', or "
          + "none. Others are 'zoom 0.1', 'crop 2' and 'cutout 4'. A changed image should be reconstructed as it was "
          + "and fall into the same cluster, so that clusters do not depend on such changes. 'auto' shifts images by "
          + "up to 7% of their shorter side, at least one pixel, and rotates them by up to 10 degrees.")
  public String getAugment() {
    return clusters.augment.text();
  }

  public void setAugment(String text) {
    clusters.augment.set(text);
  }

  @OptionMetadata(displayName = "refineFrom", displayOrder = 72, category = OptionGroup.TRAINING,
      description = "Number of clusters with which refinement begins, more than wanted; after 20 epochs, clusters are "
          + "merged if 'augment' moves rows between them, or if rows belong to both about equally. 0 begins with the "
          + "number wanted. 'auto' is twice that with augmented images, otherwise 0.")
  public String getRefineFrom() {
    return clusters.refineFrom.text();
  }

  public void setRefineFrom(String text) {
    clusters.refineFrom.set(text);
  }

  @OptionMetadata(displayName = "runs", displayOrder = 73, category = OptionGroup.TRAINING,
      description = "Number of runs of the whole procedure (autoencoder, clusters, refinement), each from different "
          + "initial weights. The run is kept whose clusters agree best with those of the others and, with augmented "
          + "images, with its own after augmentation. It takes that many times as long. 'auto' is 5 with augmented "
          + "images up to 3,000 rows, otherwise 1.")
  public String getRuns() {
    return clusters.runs.text();
  }

  public void setRuns(String text) {
    clusters.runs.set(text);
  }
}
