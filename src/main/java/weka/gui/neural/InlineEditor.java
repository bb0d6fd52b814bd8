package weka.gui.neural;

import java.awt.Component;
import java.awt.event.HierarchyEvent;
import java.beans.PropertyEditorSupport;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * An editor whose component is part of the property sheet. The sheet passes every change to the scheme at once and,
 * within that call, returns the resulting value to this editor.
 */
abstract class InlineEditor extends PropertyEditorSupport {
  private @Nullable JComponent component;
  private boolean changing;
  private @Nullable Object whenOpened;

  /** The component that shows the value and calls {@link #change}; made once. */
  abstract JComponent makeComponent();

  /** Shows the current value in the component, replacing what was typed. */
  abstract void showValue();

  @Override
  public boolean supportsCustomEditor() {
    return true;
  }

  @Override
  public boolean isPaintable() {
    return false;
  }

  @Override
  public Component getCustomEditor() {
    if (component == null) {
      JComponent made = makeComponent();
      component = made;
      showValue();
      made.addHierarchyListener(e -> {
        if ((e.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) != 0 && made.isDisplayable()) {
          SheetSize.reserve(made);
        }
        if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
          showingChanged(made);
        }
      });
    }
    return component;
  }

  private void showingChanged(JComponent shown) {
    if (shown.isShowing()) {
      whenOpened = getValue();
      showValue();
      GroupSheet.arrange(shown, this::restore);
      // Not before the window system has processed the window's first size, which would otherwise be restored.
      SwingUtilities.invokeLater(() -> SheetSize.opened(shown));
    }
  }

  private void restore() {
    if (!Objects.equals(getValue(), whenOpened)) {
      change(whenOpened);
    }
  }

  /** A value chosen by the user: the sheet sets it, and the text being typed is not touched. */
  final void change(@Nullable Object value) {
    changing = true;
    try {
      super.setValue(value);
    } finally {
      changing = false;
    }
  }

  @Override
  public void setValue(Object value) {
    super.setValue(value);
    if (component != null && !changing) {
      showValue();
    }
  }
}
