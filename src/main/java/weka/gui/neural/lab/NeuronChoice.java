package weka.gui.neural.lab;

import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.NeuronGraph;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/** A drawing of neurons in which one, or a line, is chosen. */
interface NeuronChoice {
  /** What is drawn; null if nothing is. */
  @Nullable
  NeuronGraph graph();

  /** Where its parts stand; null before they have places. */
  @Nullable
  NeuronPlaces places();

  /** What is chosen; null if nothing is. */
  @Nullable
  Spot spot();

  void choose(@Nullable Spot chosen);
}
