package weka.gui.neural.lab;

/**
 * What somebody wants to see.
 *
 * @param layer     index among the layers of the view; for maps, 0 is all of them
 * @param channel   of the filters; 0 is the mean over all of them
 * @param row       index among the rows
 * @param explained class whose score's gradient is drawn; 0 is the predicted one
 * @param sameScale whether all pictures of a layer have the same scale
 */
record ImageChoice(View view, int layer, int channel, int row, int explained, boolean sameScale) {
  /** The kinds of pictures. */
  enum View {
    FILTERS("Filters"), MAPS("Feature maps"), WORST("Worst rows"), SALIENCY("Saliency"), RECONSTRUCTION(
        "Reconstruction");

    private final String title;

    View(String title) {
      this.title = title;
    }

    /** Whether it shows one row. */
    boolean ofOneRow() {
      return this == MAPS || this == SALIENCY;
    }

    boolean hasLayers() {
      return this == FILTERS || this == MAPS;
    }

    @Override
    public String toString() {
      return title;
    }
  }
}
