package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.lab.LabRows;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertyPanel;
import weka.gui.neural.NetworkEditors;

/** What is to be learnt by which network: the class, the parts of the rows, the layers, and all other settings. */
final class LabSetup extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int GAP = 6;
  private static final int LONGEST_NAME = 40;
  /** Percent of the rows that the usual split holds out, and as many for the test. */
  private static final int HELD_OUT = 15;

  private final JComboBox<String> classes = new JComboBox<>();
  private final JSpinner validation = percent("validation");
  private final JSpinner test = percent("test");
  private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
  private final transient NetworkEditors.Layers layers = new NetworkEditors.Layers();
  private final transient GenericObjectEditor scheme = new GenericObjectEditor();
  private final PropertyPanel sheet;
  private final String noData;
  private final transient List<Runnable> listeners = new ArrayList<>();
  private transient @Nullable Instances data;

  /** @param noData what to do first, where there are no data */
  LabSetup(String noData) {
    this.noData = noData;
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    scheme.setClassType(Classifier.class);
    NeuralNet first = first();
    scheme.setValue(first);
    sheet = new PropertyPanel(scheme);
    sheet.setName("scheme");
    sheet.setToolTipText("All settings of the network; click to change them");
    sheet.getAccessibleContext().setAccessibleName("settings of the network");
    classes.setName("class");
    seed.setName("seed");
    layers.setValue(first.getLayers());
    add(line(Components.label("Predict", 'P', classes), classes, Components.label("Validation %", 'V', validation),
        validation, Components.label("Test %", Components.NO_KEY, test), test, Components.label("Seed", 'D', seed),
        seed));
    add(wide("Layers", (JComponent) layers.getCustomEditor()));
    add(wide("Network", sheet));
    connect();
  }

  /** One network that trains until the user has seen enough; with more members, or a search, there is less to see. */
  private static NeuralNet first() {
    NeuralNet net = new NeuralNet();
    net.setMembers("1");
    net.setEpochs("1000");
    net.setPatience("0");
    return net;
  }

  private static JSpinner percent(String name) {
    JSpinner spinner = new JSpinner(new SpinnerNumberModel(HELD_OUT, 0, 80, 5));
    spinner.setName(name);
    return spinner;
  }

  private static JPanel line(Component... parts) {
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 2));
    for (Component part : parts) {
      line.add(part);
    }
    return line;
  }

  private static JPanel wide(String name, JComponent field) {
    JPanel line = new JPanel(new BorderLayout(GAP, 0));
    line.setBorder(BorderFactory.createEmptyBorder(2, GAP, 2, GAP));
    Box label = Box.createVerticalBox();
    label.add(Components.label(name, name.charAt(0), field));
    line.add(label, BorderLayout.WEST);
    line.add(field, BorderLayout.CENTER);
    return line;
  }

  /** The layers in their own field and in the settings are the same. */
  private void connect() {
    classes.addActionListener(e -> listeners.forEach(Runnable::run));
    layers.whenRefusalChanges(() -> listeners.forEach(Runnable::run));
    layers.addPropertyChangeListener(e -> {
      NeuralNet now = network();
      if (now != null && layers.getValue() != null && !now.getLayers().equals(layers.getValue())) {
        now.setLayers((String) layers.getValue());
        scheme.setValue(now);
        sheet.repaint();
        listeners.forEach(Runnable::run);
      }
    });
    scheme.addPropertyChangeListener(e -> {
      NeuralNet now = network();
      if (now != null && !now.getLayers().equals(layers.getValue())) {
        layers.setValue(now.getLayers());
      }
      listeners.forEach(Runnable::run);
    });
  }

  /** Runs something when the network's settings, the class or the data have changed. */
  void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Whether rows are not those that were loaded. */
  @SuppressWarnings("ReferenceEquality") // the same rows may have been changed, and others may be equal
  boolean isOther(Instances loaded) {
    return loaded != data;
  }

  /** The attribute names to choose the class from; the last one is chosen, or the class if there is one. */
  void setInstances(Instances loaded) {
    data = loaded;
    String[] names = new String[loaded.numAttributes()];
    for (int a = 0; a < names.length; a++) {
      names[a] = Excerpt.of(loaded.attribute(a).name(), LONGEST_NAME);
    }
    classes.setModel(new DefaultComboBoxModel<>(names));
    classes.setSelectedIndex(loaded.classIndex() >= 0 ? loaded.classIndex() : names.length - 1);
    listeners.forEach(Runnable::run);
  }

  /**
   * Settings and a class that were chosen elsewhere.
   *
   * @param network    null to keep the settings
   * @param classIndex -1 to keep the class
   */
  void takeOver(@Nullable NeuralNet network, int classIndex) {
    if (classIndex >= 0 && classIndex < classes.getItemCount()) {
      classes.setSelectedIndex(classIndex);
    }
    if (network != null) {
      seed.setValue(network.getSeed());
      scheme.setValue(network);
      sheet.repaint();
    }
  }

  /** Changes the learning rate of the settings, if they are those of a network. */
  void setRate(String rate) {
    NeuralNet now = network();
    if (now != null) {
      now.setRate(rate);
      scheme.setValue(now);
      sheet.repaint();
    }
  }

  /** The settings as they are; null if another scheme was chosen. */
  @Nullable
  NeuralNet network() {
    return scheme.getValue() instanceof NeuralNet net ? net : null;
  }

  /**
   * The network to train.
   *
   * @throws IllegalArgumentException if another scheme was chosen, or the layers' text is refused
   */
  NeuralNet template() throws Exception {
    NeuralNet chosen = network();
    if (chosen == null) {
      throw new IllegalArgumentException("the lab shows a NeuralNet; choose it under Network");
    }
    layers.requireAccepted();
    NeuralNet net = (NeuralNet) AbstractClassifier.makeCopy(chosen);
    double rest = 100.0 - number(test);
    double held = rest == 0 ? 0 : 100.0 * number(validation) / rest;
    net.setValidation(held < 1 ? "0" : Double.toString(Math.min(90, held)));
    net.setSeed(seed());
    return net;
  }

  /**
   * The rows in parts.
   *
   * @throws IllegalArgumentException in a sentence, if there are none to learn from
   */
  LabRows rows() {
    return LabRows.of(data(), number(test), seed());
  }

  /** For the folds of a cross-validation, the split of the rows and the weights. */
  int seed() {
    return number(seed);
  }

  /**
   * All rows with the chosen class.
   *
   * @throws IllegalArgumentException in a sentence, if there are none, or the class cannot be predicted
   */
  Instances data() {
    return withClass(loaded(), classIndex());
  }

  /**
   * The rows as they were loaded, not a copy.
   *
   * @throws IllegalArgumentException in a sentence, if there are none
   */
  Instances loaded() {
    Instances all = data;
    if (all == null) {
      throw new IllegalArgumentException(noData);
    }
    return all;
  }

  /** Index of the attribute to predict. */
  int classIndex() {
    return classes.getSelectedIndex();
  }

  /**
   * A copy of rows, which may take long if they are many; for any thread.
   *
   * @throws IllegalArgumentException in a sentence, if the class cannot be predicted
   */
  static Instances withClass(Instances all, int classIndex) {
    Instances rows = new Instances(all);
    rows.setClassIndex(classIndex);
    if (!rows.classAttribute().isNominal() && !rows.classAttribute().isNumeric()) {
      throw new IllegalArgumentException("'" + Excerpt.of(rows.classAttribute().name())
          + "' is a text, which cannot be predicted; choose a nominal or numeric attribute");
    }
    return rows;
  }

  private static int number(JSpinner spinner) {
    return ((Number) spinner.getValue()).intValue();
  }
}
