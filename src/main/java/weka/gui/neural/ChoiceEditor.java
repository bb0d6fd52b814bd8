package weka.gui.neural;

import java.awt.Component;
import java.util.List;
import java.util.Objects;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import ruru.nn.text.Excerpt;
import weka.core.neural.options.StrictOptions;

/** Lets the user choose an enum constant, written as on the command line, or True or False as elsewhere in Weka. */
public final class ChoiceEditor extends InlineEditor {
  @SuppressWarnings("NullAway.Init") // by makeComponent()
  private JComboBox<Object> choice;
  private boolean silent;

  @Override
  JComponent makeComponent() {
    choice = new JComboBox<>(values().toArray());
    SuggestionField.chooseOnlyByEnterOrClick(choice);
    choice.setRenderer(new DefaultListCellRenderer() {
      private static final long serialVersionUID = 1;

      @Override
      public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
          boolean focused) {
        return super.getListCellRendererComponent(list, text(value), index, selected, focused);
      }
    });
    choice.addActionListener(e -> {
      Object chosen = choice.getSelectedItem();
      if (!silent && !Objects.equals(chosen, getValue())) {
        change(chosen);
      }
    });
    return choice;
  }

  private List<Object> values() {
    return getValue() instanceof Enum<?> e ? List.of((Object[]) e.getDeclaringClass().getEnumConstants())
        : List.of(false, true);
  }

  private static String text(Object value) {
    return value instanceof Enum<?> e ? StrictOptions.lowerCase(e) : Boolean.TRUE.equals(value) ? "True" : "False";
  }

  @Override
  void showValue() {
    silent = true;
    try {
      choice.setSelectedItem(getValue());
    } finally {
      silent = false;
    }
  }

  @Override
  public String[] getTags() {
    return values().stream().map(ChoiceEditor::text).toArray(String[]::new);
  }

  @Override
  public String getAsText() {
    return text(getValue());
  }

  @Override
  public void setAsText(String text) {
    setValue(values().stream().filter(v -> text(v).equalsIgnoreCase(text)).findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected " + String.join(", ", getTags()) + ", got '" + Excerpt.of(text)
                + "'")));
  }
}
