package weka.core.neural.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    assertEquals(0, OpenWindows.parts(window, Logger.class).count());
    JPanel bottom = new JPanel();
    Log log = new Log();
    bottom.add(log);
    window.add(bottom);
    assertSame(log, OpenWindows.parts(window, Logger.class).findFirst().orElseThrow());
  }
}
