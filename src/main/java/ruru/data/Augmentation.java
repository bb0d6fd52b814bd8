package ruru.data;

import java.util.List;
import ruru.data.augment.AugmentStep;
import ruru.data.augment.Distortion;
import ruru.nn.Rng;
import ruru.nn.text.Catalog;
import ruru.nn.text.Help;
import ruru.nn.text.ListText;

/**
 * Random changes to training images, as a list of steps: {@code flip, shift 2, rotate 10, mixup 0.2}. What happens to
 * an image depends only on the seed, the epoch and its row.
 */
public record Augmentation(List<AugmentStep> steps) {
  private static final Catalog<AugmentStep> CATALOG =
      new Catalog<>("step", AugmentStep.class, "ruru.data.augment");

  public Augmentation {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the notation; blank text means no changes.
   *
   * @throws ruru.nn.text.NotationException naming the step, the character, what was expected and what was found
   */
  public static Augmentation parse(String text) {
    return new Augmentation(ListText.parse(CATALOG, text));
  }

  /** All steps with their settings. */
  public static String help() {
    return Help.of(CATALOG);
  }

  public boolean isNone() {
    return steps.isEmpty();
  }

  /** Draws what happens to one image, in the order of the steps. */
  public void draw(Rng random, Distortion distortion) {
    distortion.reset();
    for (AugmentStep step : steps) {
      step.draw(random, distortion);
    }
  }

  /** The notation, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return ListText.print(CATALOG, steps);
  }
}
