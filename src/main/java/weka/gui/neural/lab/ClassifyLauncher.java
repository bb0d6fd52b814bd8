package weka.gui.neural.lab;

import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.TakenOver;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.ClassifierPanelLaunchHandlerPlugin;

/** The button beside Start in the tab Classify: shows the chosen network in the lab. */
public final class ClassifyLauncher implements ClassifierPanelLaunchHandlerPlugin {
  private @Nullable ClassifierPanel panel;

  @Override
  public void setClassifierPanel(ClassifierPanel classify) {
    panel = classify;
  }

  @Override
  public String getLaunchCommand() {
    return LabOpener.COMMAND;
  }

  @Override
  public void launch() {
    ClassifierPanel classify = panel;
    if (classify != null) {
      LabOpener.open(classify.getExplorer(), classify, () -> TakenOver.from(classify.getClassifier()));
    }
  }
}
