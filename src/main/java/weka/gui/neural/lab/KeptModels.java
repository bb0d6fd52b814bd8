package weka.gui.neural.lab;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/** Puts models into the result list of the Explorer's tab Classify, as a run there does. */
final class KeptModels {
  private final Supplier<@Nullable Explorer> explorer;

  KeptModels(Supplier<@Nullable Explorer> explorer) {
    this.explorer = explorer;
  }

  /**
   * Adds an entry.
   *
   * @param rows what it was trained on
   * @param text what the entry shows after the model
   * @return the entry's name
   * @throws IllegalStateException if there is no tab Classify
   */
  // Weka asks for a StringBuffer.
  @SuppressWarnings("JdkObsolete")
  String keep(NeuralNet model, Instances rows, String text) throws Exception {
    ResultHistoryPanel list = list();
    Instances header = new Instances(rows, 0);
    String name = freeName(list);
    String shown = "=== Run information ===\n\nScheme:       " + NeuralNet.class.getName() + ' '
        + Utils.joinOptions(model.getOptions()) + "\nRelation:     " + rows.relationName()
        + "\nTrained in:   the Neural lab, on " + rows.numInstances() + " rows\n\n=== Classifier model ===\n\n" + model
        + '\n' + text;
    List<Object> entry = new ArrayList<>();
    entry.add(new SerializedObject(model).getObject());
    entry.add(header);
    entry.add(model.graph());
    list.addResult(name, new StringBuffer(shown));
    list.addObject(name, entry);
    list.setSingle(name);
    return name;
  }

  private static String freeName(ResultHistoryPanel list) {
    String name = LocalTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT))
        + " - functions.NeuralNet (lab)";
    String free = name;
    for (int i = 2; list.getNamedBuffer(free) != null; i++) {
      free = name + " " + i;
    }
    return free;
  }

  private ResultHistoryPanel list() {
    Explorer owner = explorer.get();
    if (owner != null) {
      for (Explorer.ExplorerPanel panel : owner.getPanels()) {
        if (panel instanceof ClassifierPanel classify) {
          return Components.first(classify, ResultHistoryPanel.class);
        }
      }
    }
    throw new IllegalStateException("there is no tab Classify to keep the model in; save it to a file instead");
  }
}
