package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import javax.swing.JPanel;
import org.junit.jupiter.api.Test;
import weka.gui.Logger;

/** Where clusterers and filters find a log. */
class WindowLogTest {
  private static final class Log extends JPanel implements Logger {
    private static final long serialVersionUID = 1;

    @Override
    public void logMessage(String text) {}

    @Override
    public void statusMessage(String text) {}
  }

  @Test
  void itIsFoundAmongOtherParts() {
    JPanel window = new JPanel();
    window.add(new JPanel());
    assertNull(WindowLog.in(window));
    JPanel bottom = new JPanel();
    Log log = new Log();
    bottom.add(log);
    window.add(bottom);
    assertSame(log, WindowLog.in(window));
  }
}
