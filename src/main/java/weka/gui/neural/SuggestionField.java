package weka.gui.neural;

import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/** A text field with a drop-down list of suggestions and a note on its text below it. */
final class SuggestionField extends JPanel {
  private static final long serialVersionUID = 1;
  /** Determines the width of the field, and so of the sheet. */
  private static final String WIDEST = "dense 64 relu, dropout 0.2, dense 32";

  private final DefaultComboBoxModel<String> model;
  private final JComboBox<String> choice;
  private final Remark remark;
  private final transient Consumer<String> listener;
  private transient Runnable left = () -> {};
  private boolean silent;

  /**
   * @param name the name of the text component
   * @param button a button beside the field; may be null
   * @param lines lines below the field for which there is always room
   * @param listener receives every text that the user enters
   */
  SuggestionField(String name, List<String> suggestions, @Nullable JComponent button, int lines,
      Consumer<String> listener) {
    super(new BorderLayout());
    this.listener = listener;
    model = new DefaultComboBoxModel<>(suggestions.toArray(new String[0]));
    choice = new JComboBox<>(model);
    choice.setEditable(true);
    choice.setPrototypeDisplayValue(WIDEST);
    choice.setName(name);
    chooseOnlyByEnterOrClick(choice);
    // Another look and feel comes with another text component.
    choice.addPropertyChangeListener("editor", e -> watch(name));
    watch(name);
    remark = new Remark(lines);
    JPanel line = new JPanel(new BorderLayout());
    line.add(choice, BorderLayout.CENTER);
    if (button != null) {
      line.add(button, BorderLayout.EAST);
    }
    add(line, BorderLayout.NORTH);
    add(remark, BorderLayout.CENTER);
  }

  /**
   * Moving through the list with the arrow keys would set the value at every step, and Escape would leave the last one.
   * As in a table cell, only Enter and a click choose; closing the list in any other way changes nothing.
   */
  static void chooseOnlyByEnterOrClick(JComboBox<?> choice) {
    choice.putClientProperty("JComboBox.isTableCellEditor", true);
  }

  private JTextComponent editor() {
    return (JTextComponent) choice.getEditor().getEditorComponent();
  }

  private void watch(String name) {
    editor().setName(name);
    editor().addFocusListener(new FocusAdapter() {
      @Override
      public void focusLost(FocusEvent e) {
        if (!e.isTemporary()) {
          left.run();
        }
      }
    });
    ((AbstractDocument) editor().getDocument()).setDocumentFilter(new WholeEdits(this::edited));
  }

  /** Runs something when the user leaves the field; opening its own list does not count. */
  void whenLeft(Runnable left) {
    this.left = left;
  }

  private void edited() {
    if (silent) {
      return;
    }
    silent = true;
    try {
      // So that the list opens at this text if it contains it, and any other entry counts as a change.
      model.setSelectedItem(text());
    } finally {
      silent = false;
    }
    listener.accept(text());
  }

  String text() {
    return editor().getText();
  }

  /** Shows a text that was not typed. */
  void setText(String text) {
    silent = true;
    try {
      model.setSelectedItem(text);
      editor().setText(text);
    } finally {
      silent = false;
    }
  }

  /** Shows a note on an accepted text; nothing if the note is empty. */
  void accept(String text) {
    say(text, false);
    choice.putClientProperty("JComponent.outline", null);
  }

  /** Says that the text was rejected. */
  void refuse(String kept, @Nullable String reason) {
    say("Not accepted; the value is still '" + Remark.shortened(kept) + "': " + reason, true);
    // Flat look and feels draw it in red; others ignore it.
    choice.putClientProperty("JComponent.outline", "error");
  }

  private void say(String text, boolean isWrong) {
    remark.say(text, isWrong);
    SheetSize.fit(this);
  }

  @Override
  public void setToolTipText(String text) {
    super.setToolTipText(text);
    choice.setToolTipText(text);
    editor().setToolTipText(text);
  }
}
