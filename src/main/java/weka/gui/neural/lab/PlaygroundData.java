package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.playground.PlaneData;
import weka.core.neural.playground.PlanePoints;
import weka.core.neural.playground.PlaygroundExample;

/** The points: one of the Playground's data sets, or two attributes of the user's own data. */
final class PlaygroundData extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_NAME = 18;
  private static final int STEP = 50;
  private static final int HALF = 50;
  private static final int SLIDER = 110;

  private final Map<PlaneData, JToggleButton> sets = new EnumMap<>(PlaneData.class);
  private final JToggleButton own = new JToggleButton("Own data");
  private final JSlider noise = new JSlider(0, PlaneData.MOST_NOISE, 0);
  private final JSlider training = new JSlider(10, 90, HALF);
  private final JLabel noiseLabel = Components.label("Noise 0 %", 'N', noise);
  private final JLabel trainingLabel = Components.label("Training 50 %", 'T', training);
  private final JSpinner rows = new JSpinner(new SpinnerNumberModel(500, PlaneData.FEWEST_ROWS, PlaneData.MOST_ROWS,
      STEP));
  private final JPanel attributes = new JPanel(new GridLayout(0, 1, 0, 2));
  private final List<JComboBox<String>> choices = List.of(new JComboBox<>(), new JComboBox<>(), new JComboBox<>());
  private final JPanel generated = new JPanel(new GridLayout(0, 1, 0, 2));
  private final transient Runnable changed;
  private transient @Nullable Instances loaded;
  private int seed = 1;
  private boolean silent;

  /** @param changed is called when there are other points */
  PlaygroundData(Runnable changed) {
    this.changed = changed;
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBorder(BorderFactory.createTitledBorder("Data"));
    add(left(sets()));
    for (JSlider slider : List.of(noise, training)) {
      slider.setPreferredSize(new Dimension(SLIDER, slider.getPreferredSize().height));
    }
    noise.setName("noise");
    noise.addChangeListener(e -> changed(noise));
    rows.setName("rows");
    rows.addChangeListener(e -> changed());
    generated.add(noiseLabel);
    generated.add(noise);
    JPanel line = new JPanel(new BorderLayout(4, 0));
    line.add(Components.label("Rows", 'W', rows), BorderLayout.WEST);
    line.add(rows, BorderLayout.CENTER);
    generated.add(line);
    generated.add(Components.button("regenerate", "Regenerate", 'G', "Draw other points of the same kind", () -> {
      seed++;
      changed();
    }));
    add(left(generated));
    String[] labels = {"x1", "x2", "Predict"};
    for (int i = 0; i < labels.length; i++) {
      JComboBox<String> choice = choices.get(i);
      choice.setName("attribute " + labels[i]);
      choice.setPreferredSize(new Dimension(SLIDER, choice.getPreferredSize().height));
      choice.addActionListener(e -> changed());
      attributes.add(Components.label(labels[i], '\0', choice));
      attributes.add(choice);
    }
    attributes.setVisible(false);
    add(left(attributes));
    training.setName("training");
    training.addChangeListener(e -> changed(training));
    JPanel part = new JPanel(new GridLayout(0, 1, 0, 2));
    part.add(trainingLabel);
    part.add(training);
    add(left(part));
    noise.setToolTipText("How much points are moved, or their classes mixed up, in percent of the radius");
    training.setToolTipText("Percentage of the rows to learn from; the others test what was learnt");
    rows.setToolTipText("How many points there are");
  }

  private static JComponent left(JComponent part) {
    part.setAlignmentX(Component.LEFT_ALIGNMENT);
    return part;
  }

  private JPanel sets() {
    ButtonGroup group = new ButtonGroup();
    JPanel classes = new JPanel(new GridLayout(0, 2, 2, 2));
    JPanel numbers = new JPanel(new GridLayout(0, 2, 2, 2));
    for (PlaneData data : PlaneData.values()) {
      JToggleButton button = new JToggleButton(new PointsIcon(data), data == PlaneData.CIRCLE);
      button.setMargin(new Insets(1, 1, 1, 1));
      button.setName("data " + data.title());
      button.getAccessibleContext().setAccessibleName(data.title());
      button.setToolTipText(data.title() + (data.isNumeric() ? ": a number is predicted (regression)"
          : ": one of two classes is predicted (classification)"));
      button.addActionListener(e -> choose(data));
      group.add(button);
      sets.put(data, button);
      (data.isNumeric() ? numbers : classes).add(button);
    }
    own.setMargin(new Insets(1, 1, 1, 1));
    own.setName("own data");
    own.setEnabled(false);
    own.setToolTipText("Open data with two numeric attributes first, to see them here");
    own.addActionListener(e -> changed());
    group.add(own);
    JPanel both = new JPanel();
    both.setLayout(new BoxLayout(both, BoxLayout.Y_AXIS));
    both.add(left(new JLabel("Classification")));
    both.add(left(classes));
    both.add(left(new JLabel("Regression")));
    both.add(left(numbers));
    both.add(Box.createVerticalStrut(2));
    both.add(left(own));
    return both;
  }

  private void choose(PlaneData data) {
    silent = true;
    rows.setValue(data.usualRows());
    silent = false;
    changed();
  }

  /** Settings of an example. */
  void choose(PlaygroundExample example) {
    silent = true;
    Objects.requireNonNull(sets.get(example.data())).setSelected(true);
    noise.setValue(example.noise());
    rows.setValue(example.rows());
    training.setValue(HALF);
    seed = 1;
    silent = false;
    changed();
  }

  private void changed(JSlider slider) {
    label();
    if (!slider.getValueIsAdjusting()) {
      changed();
    }
  }

  private void label() {
    noiseLabel.setText("Noise " + noise.getValue() + " %");
    trainingLabel.setText("Training " + training.getValue() + " %");
  }

  private void changed() {
    if (silent) {
      return;
    }
    generated.setVisible(!own.isSelected());
    attributes.setVisible(own.isSelected());
    revalidate();
    changed.run();
  }

  /** The user's own data; those with two numeric attributes can be chosen. */
  void setInstances(Instances data) {
    loaded = data;
    int[] numeric = IntStream.range(0, data.numAttributes()).filter(a -> data.attribute(a).isNumeric()).toArray();
    int target = data.classIndex() >= 0 ? data.classIndex() : data.numAttributes() - 1;
    int[] free = IntStream.of(numeric).filter(a -> a != target).toArray();
    own.setEnabled(free.length >= 2);
    own.setToolTipText(free.length >= 2 ? "Two attributes of the data that are open; the others are left out"
        : "Open data with two numeric attributes first, to see them here");
    silent = true;
    String[] names = IntStream.range(0, data.numAttributes())
        .mapToObj(a -> Excerpt.of(data.attribute(a).name(), LONGEST_NAME)).toArray(String[]::new);
    for (int i = 0; i < choices.size(); i++) {
      choices.get(i).setModel(new DefaultComboBoxModel<>(names));
      choices.get(i).setSelectedIndex(i == 2 ? target : free.length >= 2 ? free[i] : 0);
    }
    silent = false;
    if (own.isSelected()) {
      if (!own.isEnabled()) {
        Objects.requireNonNull(sets.get(PlaneData.CIRCLE)).setSelected(true);
      }
      changed();
    }
  }

  /**
   * The points as they are chosen.
   *
   * @throws IllegalArgumentException in a sentence, if they cannot be used
   */
  PlanePoints points() {
    Instances data = loaded;
    if (own.isSelected() && data != null) {
      return PlanePoints.of(data, choices.get(0).getSelectedIndex(), choices.get(1).getSelectedIndex(),
          choices.get(2).getSelectedIndex());
    }
    PlaneData chosen = sets.entrySet().stream().filter(e -> e.getValue().isSelected()).map(Map.Entry::getKey)
        .findFirst().orElse(PlaneData.CIRCLE);
    return PlanePoints.of(chosen, ((Number) rows.getValue()).intValue(), noise.getValue(), seed);
  }

  /** Percent of the rows that are not learnt from. */
  int test() {
    return 100 - training.getValue();
  }

  /** Of the points, and of how they are divided. */
  int seed() {
    return seed;
  }
}
