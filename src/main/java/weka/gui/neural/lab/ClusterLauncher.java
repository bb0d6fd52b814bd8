package weka.gui.neural.lab;

import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.TakenOver;
import weka.gui.explorer.ClustererPanel;
import weka.gui.explorer.ClustererPanelLaunchHandlerPlugin;

/** The button beside Start in the tab Cluster: goes to the lab, where the training of a clusterer can be watched. */
public final class ClusterLauncher implements ClustererPanelLaunchHandlerPlugin {
  private static final String TOLD = "A NeuralClusterer that is started in Cluster is shown here while it trains; Run "
      + "trains a classifier, with the settings of the lab";

  private @Nullable ClustererPanel panel;

  @Override
  public void setClustererPanel(ClustererPanel cluster) {
    panel = cluster;
  }

  @Override
  public String getLaunchCommand() {
    return LabOpener.COMMAND;
  }

  @Override
  public void launch() {
    ClustererPanel cluster = panel;
    if (cluster != null) {
      LabOpener.open(cluster.getExplorer(), cluster, () -> new TakenOver(null, TOLD));
    }
  }
}
