package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Window;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.gui.GUIChooser;

/**
 * The lab in a window of its own, from the menu Tools of Weka's chooser. The chooser makes one of these when it starts,
 * and puts it into a new window whenever the entry is chosen; what is in it is made then, and forgotten when the window
 * is closed.
 */
public final class LabWindow extends JPanel implements GUIChooser.GUIChooserMenuPlugin {
  private static final long serialVersionUID = 1;

  private transient @Nullable Window window;
  private @Nullable LabDesk desk;

  public LabWindow() {
    super(new BorderLayout());
  }

  @Override
  public void addNotify() {
    super.addNotify();
    Window now = SwingUtilities.getWindowAncestor(this);
    if (desk != null && now != window) {
      // The chooser has taken this out of the earlier window, whose lab stays there.
      LabDesk earlier = desk;
      desk = null;
      remove(earlier);
      if (window instanceof JFrame frame && frame.isDisplayable()) {
        frame.getContentPane().add(earlier, BorderLayout.CENTER);
        frame.revalidate();
      }
    }
    window = now;
    if (desk == null) {
      desk = new LabDesk();
      add(desk, BorderLayout.CENTER);
      revalidate();
    }
  }

  @Override
  public void removeNotify() {
    super.removeNotify();
    SwingUtilities.invokeLater(() -> {
      if (!isDisplayable() && desk != null) {
        remove(desk);
        desk = null;
        window = null;
      }
    });
  }

  @Override
  public String getApplicationName() {
    return "Neural lab";
  }

  @Override
  public Menu getMenuToDisplayIn() {
    return Menu.TOOLS;
  }

  @Override
  public String getMenuEntryText() {
    return "Neural lab";
  }

  // Weka asks whether there is one.
  @Override
  @SuppressWarnings("NullAway")
  public @Nullable JMenuBar getMenuBar() {
    return null;
  }
}
