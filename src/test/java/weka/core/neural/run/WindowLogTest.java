package weka.core.neural.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.junit.jupiter.api.Test;
import weka.gui.Logger;

/** Where clusterers and filters find a log. */
class WindowLogTest {
  private static class Log extends JPanel implements Logger {
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

  /** A log on a tab of its own, as each flow of the Knowledge Flow has one. */
  private static final class TabLog extends Log {
    private static final long serialVersionUID = 1;
    private final JTabbedPane tabs;

    TabLog(JTabbedPane tabs) {
      this.tabs = tabs;
    }

    /** As in a window that is open. */
    @Override
    public boolean isShowing() {
      return tabs.getSelectedComponent() == this;
    }
  }

  @Test
  void itIsTheOneOfTheTabThatIsSelected() {
    JTabbedPane tabs = new JTabbedPane();
    for (String name : List.of("first flow", "second flow", "third flow")) {
      tabs.addTab(name, new TabLog(tabs));
    }
    for (int i : new int[] {1, 2, 0}) {
      tabs.setSelectedIndex(i);
      List<Logger> found = OpenWindows.seenFirst(OpenWindows.parts(tabs, Logger.class)).toList();
      assertSame(tabs.getComponentAt(i), found.get(0));
      assertEquals(3, found.size());
    }
  }
}
