package weka.gui.neural;

import java.io.File;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.neural.ImageSettings;

/**
 * Edits the path of a file or folder, or "none": typed, with variables such as ${HOME} as they are, or chosen in a
 * dialog.
 */
abstract class PathEditor extends TextEditor implements EnvironmentHandler {
  private final boolean folder;
  private JButton browse;
  private Environment variables = Environment.getSystemWide();

  /** @param folder whether a folder that exists is wanted; else a file to be written */
  PathEditor(Function<String, Object> reader, boolean folder) {
    super(reader, ImageSettings.NONE);
    this.folder = folder;
  }

  @Override
  public void setEnvironment(Environment environment) {
    variables = environment;
  }

  @Override
  JComponent button() {
    browse = new JButton("Browse...");
    browse.setName("browse");
    browse.addActionListener(e -> browse());
    return browse;
  }

  private void browse() {
    JFileChooser chooser = new JFileChooser(isNone(typed()) ? new File("") : file(typed()));
    chooser.setFileSelectionMode(folder ? JFileChooser.DIRECTORIES_ONLY : JFileChooser.FILES_ONLY);
    if (!isNone(typed())) {
      chooser.setSelectedFile(file(typed()));
    }
    if (chooser.showDialog(browse, "Select") == JFileChooser.APPROVE_OPTION) {
      type(chooser.getSelectedFile().getPath());
    }
  }

  @Override
  String note(String text) {
    if (isNone(text)) {
      return "";
    }
    File file = file(text);
    if (folder) {
      return file.isDirectory() ? "" : "there is no folder " + file.getAbsolutePath() + " now";
    }
    File parent = file.getAbsoluteFile().getParentFile();
    return parent == null || parent.isDirectory() ? "" : "there is no folder " + parent + " now";
  }

  private static boolean isNone(String text) {
    return text.isBlank() || text.trim().equalsIgnoreCase(ImageSettings.NONE);
  }

  /** With variables filled in where they are known. */
  private File file(String text) {
    try {
      return new File(variables.substitute(text.trim()));
    } catch (Exception e) {
      // Weka throws this class for a variable that is not set; the text may be right where it will be used.
      return new File(text.trim());
    }
  }
}
