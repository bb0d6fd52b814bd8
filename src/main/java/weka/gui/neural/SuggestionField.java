package weka.gui.neural;

import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;

/** A field to type into, with a list of suggestions to open, and below it what there is to say about its text. */
final class SuggestionField extends JPanel {
  private static final long serialVersionUID = 1;
  /** Decides the width of the field, and so of the sheet. */
  private static final String WIDEST = "dense 64 relu, dropout 0.2, dense 32";

  private final DefaultComboBoxModel<String> model;
  private final JComboBox<String> choice;
  private final Remark remark;
  private final transient Consumer<String> listener;
  private boolean silent;

  /**
   * @param name     of the text component, for those who look for it
   * @param button   beside the field; may be null
   * @param lines    below the field for which there is always room
   * @param listener is told every text that the user makes
   */
  SuggestionField(String name, List<String> suggestions, JComponent button, int lines, Consumer<String> listener) {
    super(new BorderLayout());
    this.listener = listener;
    model = new DefaultComboBoxModel<>(suggestions.toArray(new String[0]));
    choice = new JComboBox<>(model);
    choice.setEditable(true);
    choice.setPrototypeDisplayValue(WIDEST);
    choice.setName(name);
    choice.addPopupMenuListener(new RestoreOnCancel());
    // Another look and feel brings another text component.
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

  private JTextComponent editor() {
    return (JTextComponent) choice.getEditor().getEditorComponent();
  }

  private void watch(String name) {
    editor().setName(name);
    ((AbstractDocument) editor().getDocument()).setDocumentFilter(new WholeEdits(this::edited));
  }

  private void edited() {
    if (silent) {
      return;
    }
    silent = true;
    try {
      // So that the list opens at this text if it is in the list, and any other entry counts as a change.
      model.setSelectedItem(text());
    } finally {
      silent = false;
    }
    listener.accept(text());
  }

  String text() {
    return editor().getText();
  }

  /** Shows a text that nobody typed. */
  void setText(String text) {
    silent = true;
    try {
      model.setSelectedItem(text);
      editor().setText(text);
    } finally {
      silent = false;
    }
  }

  /** Says something about a text that counts; nothing if it is empty. */
  void accept(String text) {
    remark.say(text, false);
    choice.putClientProperty("JComponent.outline", null);
  }

  /** Says that the text does not count. */
  void refuse(String kept, String reason) {
    remark.say("Not accepted, '" + Remark.shortened(kept) + "' stays: " + reason, true);
    // Flat look and feels draw it in red; others do not look at it.
    choice.putClientProperty("JComponent.outline", "error");
  }

  @Override
  public void setToolTipText(String text) {
    super.setToolTipText(text);
    choice.setToolTipText(text);
    editor().setToolTipText(text);
  }

  /** A walk through the list changes the text at every step; leaving it without a choice brings the old text back. */
  private final class RestoreOnCancel implements PopupMenuListener {
    private String before;

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
      before = text();
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
      // Also after a choice, which stays.
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent e) {
      if (before != null && !before.equals(text())) {
        setText(before);
        listener.accept(before);
      }
    }
  }
}
