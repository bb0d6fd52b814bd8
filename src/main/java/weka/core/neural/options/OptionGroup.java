package weka.core.neural.options;

/**
 * The groups of options that the property sheet shows as one line each, with a button that opens them; options without
 * a group are shown in the sheet itself. For {@link weka.core.OptionMetadata#category}.
 */
public final class OptionGroup {
  public static final String TRAINING = "Training";
  public static final String REGULARISATION = "Regularisation";
  public static final String GENERATION = "New rows";
  public static final String IMAGES = "Images";
  public static final String TEXT = "Text";
  public static final String OUTPUT = "Output";
  public static final String ADVANCED = "Advanced";

  private OptionGroup() {}
}
