package weka.core.neural;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import weka.classifiers.Classifier;
import weka.core.Drawable;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.gui.explorer.ClassifierPanel;

/**
 * The list of results in the Explorer's Classify panel. A run that is stopped has a text there, but no model: a model
 * that is to be kept gets an entry of its own, with all that the menu of an entry offers.
 */
public final class ResultList {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private ResultList() {}

  /**
   * Adds a copy of the scheme that stands in the sheet of a Classify panel, if it is one that is to be kept.
   *
   * @param kept   whether that scheme is
   * @param header of the data that it was trained on
   */
  public static void keep(Predicate<Classifier> kept, Instances header) throws Exception {
    for (ClassifierPanel panel : OpenWindows.parts(ClassifierPanel.class).toList()) {
      if (kept.test(panel.getClassifier())) {
        Classifier model = (Classifier) new SerializedObject(panel.getClassifier()).getObject();
        String name = TIME.format(LocalTime.now()) + " - " + model.getClass().getSimpleName() + " (stopped)";
        panel.getResultHistory().addResult(name,
            new StringBuffer("=== The model when the run was stopped ===\n\n" + model + "\n"));
        List<Object> entry = new ArrayList<>(List.of(model, header));
        if (model instanceof Drawable drawable) {
          entry.add(drawable.graph());
        }
        panel.getResultHistory().addObject(name, entry);
        return;
      }
    }
  }
}
