package weka.core.neural;

import weka.core.OptionMetadata;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.OptionGroup;
import weka.filters.SimpleBatchFilter;

/** The options that Weka gives to every filter, with their texts. */
public abstract class FilterOptions extends SimpleBatchFilter {
  private static final long serialVersionUID = 1;

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info",
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the filter may print additional information to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", displayOrder = BeanOptions.AFTER_OWN,
      category = OptionGroup.ADVANCED, description = "Do not check whether the filter can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }
}
