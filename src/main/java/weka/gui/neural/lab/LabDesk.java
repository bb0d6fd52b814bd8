package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.File;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.converters.AbstractFileLoader;
import weka.datagenerators.DataGenerator;
import weka.datagenerators.classifiers.classification.TwoSpirals;
import weka.gui.ConverterFileChooser;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertyPanel;

/** The lab outside of the Explorer, where data are opened or generated above it. */
final class LabDesk extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 100;

  private final JLabel loaded = new JLabel("No data yet");
  private final LabRooms view = new LabRooms(new KeptModels(() -> null), () -> null,
      "open a file or generate data first", rows -> show(rows.relationName(), rows));
  private final JButton open =
      Components.button("open", "Open file...", '8', "Open a file of any kind that Weka can read (Alt+8)",
          this::openFile);
  private final JButton generate =
      Components.button("generate", "Generate...", '9', "Generate data, such as two spirals (Alt+9)", this::generate);
  private transient @Nullable ConverterFileChooser chooser;
  private transient @Nullable GenericObjectEditor generators;

  LabDesk() {
    super(new BorderLayout());
    loaded.setName("loaded");
    JPanel top = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    top.add(open);
    top.add(generate);
    top.add(loaded);
    add(top, BorderLayout.NORTH);
    add(view, BorderLayout.CENTER);
  }

  private void openFile() {
    if (chooser == null) {
      chooser = new ConverterFileChooser(new File(System.getProperty("user.dir")));
    }
    if (chooser.showOpenDialog(this) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    AbstractFileLoader loader = chooser.getLoader();
    File file = chooser.getSelectedFile();
    read(file.getName(), () -> {
      if (loader == null) {
        throw new IllegalArgumentException("no loader of Weka reads files of this kind; choose one in the dialog");
      }
      loader.setFile(file);
      return loader.getDataSet();
    });
  }

  private void generate() {
    if (generators == null) {
      generators = new GenericObjectEditor();
      generators.setClassType(DataGenerator.class);
      generators.setValue(new TwoSpirals());
    }
    PropertyPanel choice = new PropertyPanel(generators);
    if (JOptionPane.showConfirmDialog(this, choice, "Generate data",
        JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION) {
      DataGenerator generator = (DataGenerator) generators.getValue();
      read(generator.getClass().getSimpleName(), () -> generated(generator));
    }
  }

  private static Instances generated(DataGenerator generator) throws Exception {
    generator.setDatasetFormat(generator.defineDataFormat());
    if (!generator.getSingleModeFlag()) {
      return generator.generateExamples();
    }
    Instances rows = new Instances(generator.getDatasetFormat());
    for (int i = 0; i < generator.getNumExamplesAct(); i++) {
      rows.add(generator.generateExample());
    }
    return rows;
  }

  /** Shows rows that another thread reads or makes. */
  void read(String name, Callable<Instances> source) {
    say("Reading " + name, false);
    Thread reader = new Thread(() -> {
      try {
        Instances rows = source.call();
        SwingUtilities.invokeLater(() -> show(name, rows));
      } catch (Exception | OutOfMemoryError e) {
        SwingUtilities.invokeLater(() -> say(name + ": " + (e.getMessage() == null ? e : e.getMessage()), true));
      }
    }, "Neural lab, reading data");
    reader.setDaemon(true);
    reader.start();
  }

  private void show(String name, Instances rows) {
    say(name + ": " + rows.numInstances() + " rows, " + rows.numAttributes() + " attributes", true);
    view.setInstances(rows);
  }

  private void say(String text, boolean ready) {
    loaded.setText(Excerpt.of(text, LONGEST));
    loaded.setToolTipText(text);
    open.setEnabled(ready);
    generate.setEnabled(ready);
  }
}
