package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.event.HierarchyEvent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.gui.Logger;
import weka.gui.explorer.Explorer;

/**
 * The tab "Neural lab" of Weka's Explorer, which makes one of these when it starts. What is in it is made when it is
 * first shown.
 */
public final class LabPanel extends JPanel implements Explorer.ExplorerPanel, Explorer.LogHandler {
  private static final long serialVersionUID = 1;

  private transient @Nullable Explorer explorer;
  private transient @Nullable Instances data;
  private transient @Nullable Logger log;
  private @Nullable LabRooms view;

  public LabPanel() {
    super(new BorderLayout());
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
        view();
      }
    });
  }

  /** The content; made by the first call. */
  LabRooms view() {
    if (view == null) {
      LabRooms made = new LabRooms(new KeptModels(this::getExplorer), () -> log,
          "open data in the tab Preprocess first", this::preprocess);
      view = made;
      add(made, BorderLayout.CENTER);
      if (data != null) {
        made.setInstances(data);
      }
      revalidate();
    }
    return view;
  }

  /** Opens data in Preprocess, from where they come to all tabs. */
  private void preprocess(Instances opened) {
    if (explorer != null) {
      explorer.getPreprocessPanel().setInstances(opened);
    }
  }

  @Override
  public void setExplorer(Explorer parent) {
    explorer = parent;
  }

  @Override
  public @Nullable Explorer getExplorer() {
    return explorer;
  }

  @Override
  public void setInstances(Instances loaded) {
    data = loaded;
    if (view != null) {
      view.setInstances(loaded);
    }
  }

  @Override
  public void setLog(Logger logger) {
    log = logger;
  }

  @Override
  public String getTabTitle() {
    return "Neural lab";
  }

  @Override
  public String getTabTitleToolTip() {
    return "Watch a neural network learn";
  }
}
