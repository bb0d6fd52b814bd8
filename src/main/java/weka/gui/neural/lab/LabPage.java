package weka.gui.neural.lab;

/** A page about the network that learns. Both methods run on the event thread and return at once. */
interface LabPage {
  /** Shows a training as it is now; called whenever it has changed. */
  void show(ShownTraining last);

  /** Another training begins. */
  void forget();
}
