package weka.gui.neural.lab;

import java.awt.Component;
import java.util.concurrent.Callable;
import javax.swing.JOptionPane;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.TakenOver;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/** Goes from another tab of the Explorer to the lab. */
final class LabOpener {
  /** What the buttons say. */
  static final String COMMAND = "Neural lab";

  private LabOpener() {}

  /**
   * Opens the tab, with the class as in Classify.
   *
   * @param from   where the button is
   * @param chosen what to take over
   */
  static void open(@Nullable Explorer explorer, Component from, Callable<TakenOver> chosen) {
    try {
      if (explorer == null) {
        throw new IllegalStateException(
            "this tab belongs to no Explorer; the lab is in the menu Tools of Weka's chooser");
      }
      LabPanel lab = explorer.getPanels().stream().filter(LabPanel.class::isInstance).map(LabPanel.class::cast)
          .findFirst().orElseThrow(() -> new IllegalStateException("this Explorer has no tab '" + COMMAND
              + "'; it is in the menu Tools of Weka's chooser"));
      TakenOver taken = chosen.call();
      int classIndex = explorer.getPanels().stream().filter(ClassifierPanel.class::isInstance)
          .mapToInt(p -> ((ClassifierPanel) p).getSelectedClassIndex()).findFirst().orElse(-1);
      explorer.getTabbedPane().setSelectedComponent(lab);
      lab.view().takeOver(taken, classIndex);
    } catch (Exception e) {
      JOptionPane.showMessageDialog(from, e.getMessage() == null ? e.toString() : e.getMessage(), COMMAND,
          JOptionPane.WARNING_MESSAGE);
    }
  }
}
