package weka.core.neural.run;

import java.awt.Container;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.core.Drawable;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.gui.Logger;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.ClustererPanel;

/**
 * The entry of a run in the result list of the Explorer's panel Classify or Cluster. A run cancelled after its model
 * was built, as in a cross-validation, usually leaves an entry with text but without that finished model: it is added
 * here. Weka's panels do not expose what they are doing, so their fields are read; but not for the scheme, of which a
 * panel returns new copies.
 */
final class ResultEntry {
  /** Printed by Weka's panels above the finished model. */
  private static final List<String> FINISHED =
      List.of("=== Classifier model (full training set) ===", "=== Clustering model (full training set) ===");

  private final Container panel;
  private final Thread run;
  private final ResultHistoryPanel list;
  private final String name;

  private ResultEntry(Container panel, Thread run, ResultHistoryPanel list, String name) {
    this.panel = panel;
    this.run = run;
    this.list = list;
    this.name = name;
  }

  /** The entry that a panel's run writes; null for other callers. */
  static @Nullable ResultEntry ofRun(Thread run) {
    for (Class<? extends Container> kind : List.of(ClassifierPanel.class, ClustererPanel.class)) {
      for (Container panel : OpenWindows.parts(kind).toList()) {
        ResultHistoryPanel list = OpenWindows.parts(panel, ResultHistoryPanel.class).findFirst().orElse(null);
        int last = list == null ? -1 : list.getList().getModel().getSize() - 1;
        if (list != null && last >= 0 && read(panel, "m_RunThread", Thread.class) == run) {
          return new ResultEntry(panel, run, list, list.getNameAtIndex(last));
        }
      }
    }
    return null;
  }

  /** Whether the run has built its model and is evaluating it. */
  boolean hasModel() {
    StringBuffer text = list.getNamedBuffer(name);
    return text != null && FINISHED.stream().anyMatch(heading -> text.indexOf(heading) >= 0);
  }

  /**
   * Adds the run's model to the entry when the run has ended, however it did, unless Weka does so.
   *
   * @param scheme the scheme trained first in the run; it is the model if Weka's panel prints it, otherwise part of a
   *               model that cannot be reached
   */
  void keepModel(Object scheme) {
    List<Object> rest = new ArrayList<>();
    Instances header = new Instances(read(panel, "m_Instances", Instances.class), 0);
    rest.add(header);
    if (panel instanceof ClassifierPanel) {
      header.setClassIndex(read(panel, "m_ClassCombo", JComboBox.class).getSelectedIndex());
    } else {
      int[] ignored = read(panel, "m_ignoreKeyList", JList.class).getSelectedIndices();
      if (ignored.length > 0) {
        rest.add(ignored);
      }
    }
    Thread waiting = new Thread(() -> addAfterRun(scheme, rest), "model of " + name);
    waiting.setDaemon(true);
    waiting.start();
  }

  private void addAfterRun(Object scheme, List<Object> rest) {
    try {
      run.join();
      if (!hasModel() || isThere()) {
        return;
      }
      StringBuffer text = list.getNamedBuffer(name);
      String printed = "\n\n" + scheme + "\n";
      if (FINISHED.stream().noneMatch(heading -> text.indexOf(heading + printed) >= 0)) {
        log("the model is a scheme that contains this network, and Weka keeps it only if part of the evaluation has "
            + "been done; to keep it, stop with the test option 'Use training set'");
        return;
      }
      List<Object> entry = new ArrayList<>();
      entry.add(new SerializedObject(scheme).getObject());
      entry.addAll(rest);
      if (scheme instanceof Drawable drawable) {
        entry.add(drawable.graph());
      }
      SwingUtilities.invokeLater(() -> {
        if (!isThere()) {
          list.addOrOverwriteObject(name, entry);
        }
      });
    } catch (Exception e) {
      log("the model cannot be kept: " + e);
    }
  }

  private void log(String message) {
    Logger log = WindowLog.find();
    if (log != null) {
      log.logMessage(name + ": " + message);
    }
  }

  private boolean isThere() {
    return list.getNamedObject(name) instanceof List<?> held && !held.isEmpty() && held.get(0) != null;
  }

  private static <T> T read(Container panel, String field, Class<T> type) {
    try {
      Class<?> declaring = panel.getClass();
      while (declaring != ClassifierPanel.class && declaring != ClustererPanel.class) {
        declaring = declaring.getSuperclass();
      }
      Field found = declaring.getDeclaredField(field);
      found.setAccessible(true);
      return type.cast(found.get(panel));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Weka's " + panel.getClass().getSimpleName() + " has no " + field, e);
    }
  }
}
