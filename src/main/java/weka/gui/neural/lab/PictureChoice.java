package weka.gui.neural.lab;

/** Pictures of which one may be chosen. */
interface PictureChoice {
  PictureSheet sheet();

  PicturePlaces places();

  /** Index of the chosen picture; -1 if there is none. */
  int chosen();

  /** Chooses a picture; -1 for none. */
  void choose(int index);

  /** Chooses a picture, and does what a click does. */
  void open(int index);

  /** Says what a picture shows at a point of the drawing, and the number there; -1 is no picture. */
  void describe(int index, int x, int y);
}
