package weka.gui.neural.lab;

import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import weka.core.neural.playground.PlaneInput;

/** Which inputs the network is given. */
final class PlaygroundInputs extends JPanel {
  private static final long serialVersionUID = 1;

  private final Map<PlaneInput, JCheckBox> boxes = new EnumMap<>(PlaneInput.class);

  PlaygroundInputs(Runnable changed) {
    super(new GridLayout(0, 1, 0, 0));
    setBorder(BorderFactory.createTitledBorder("Inputs"));
    for (PlaneInput input : PlaneInput.values()) {
      JCheckBox box = new JCheckBox(input.title(), input == PlaneInput.X1 || input == PlaneInput.X2);
      box.setName("input " + input.title());
      box.setToolTipText("Give the network " + input.title() + ": " + input.about());
      box.getAccessibleContext().setAccessibleDescription(box.getToolTipText());
      box.addActionListener(e -> changed.run());
      boxes.put(input, box);
      Box line = Box.createHorizontalBox();
      line.add(new JLabel(new InputIcon(input)));
      line.add(box);
      line.add(Box.createHorizontalGlue());
      add(line);
    }
  }

  /** Those that are switched on. */
  Set<PlaneInput> chosen() {
    Set<PlaneInput> chosen = EnumSet.noneOf(PlaneInput.class);
    boxes.forEach((input, box) -> {
      if (box.isSelected()) {
        chosen.add(input);
      }
    });
    return chosen;
  }

  void choose(Set<PlaneInput> inputs) {
    boxes.forEach((input, box) -> box.setSelected(inputs.contains(input)));
  }
}
