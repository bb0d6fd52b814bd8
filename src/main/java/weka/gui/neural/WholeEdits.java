package weka.gui.neural;

import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;

/**
 * Reports each edit once, when it is complete. A document's own listeners see a replacement as a removal, which leaves
 * a text that nobody wrote, and an insertion.
 */
final class WholeEdits extends DocumentFilter {
  private final Runnable listener;

  WholeEdits(Runnable listener) {
    this.listener = listener;
  }

  @Override
  public void remove(FilterBypass document, int offset, int length) throws BadLocationException {
    super.remove(document, offset, length);
    listener.run();
  }

  @Override
  public void insertString(FilterBypass document, int offset, String text, AttributeSet attributes)
      throws BadLocationException {
    super.insertString(document, offset, text, attributes);
    listener.run();
  }

  @Override
  public void replace(FilterBypass document, int offset, int length, String text, AttributeSet attributes)
      throws BadLocationException {
    super.replace(document, offset, length, text, attributes);
    listener.run();
  }
}
