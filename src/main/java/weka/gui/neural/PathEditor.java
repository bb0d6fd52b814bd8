package weka.gui.neural;

import java.io.File;
import java.util.List;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import weka.core.Environment;
import weka.core.EnvironmentHandler;

/**
 * Edits the path of a file or folder, or a word such as "none": typed, keeping variables such as ${HOME}, or chosen in
 * a dialog.
 */
abstract class PathEditor extends TextEditor implements EnvironmentHandler {
  private final boolean folder;
  private final List<String> words;
  @SuppressWarnings("NullAway.Init") // by button(), of which makeComponent() makes use
  private JButton browse;
  private Environment variables = Environment.getSystemWide();

  /**
   * @param folder whether an existing folder is expected; otherwise a file to be written
   * @param words words that are not paths
   */
  PathEditor(Function<String, Object> reader, boolean folder, String... words) {
    super(reader, words);
    this.words = List.of(words);
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
    JFileChooser chooser = new JFileChooser(isNoPath(typed()) ? new File("") : file(typed()));
    chooser.setFileSelectionMode(folder ? JFileChooser.DIRECTORIES_ONLY : JFileChooser.FILES_ONLY);
    if (!isNoPath(typed())) {
      chooser.setSelectedFile(file(typed()));
    }
    if (chooser.showDialog(browse, "Select") == JFileChooser.APPROVE_OPTION) {
      type(chooser.getSelectedFile().getPath());
    }
  }

  @Override
  String note(String text) {
    if (isNoPath(text)) {
      return "";
    }
    File file = file(text);
    if (folder) {
      return file.isDirectory() ? "" : "there is currently no folder " + file.getAbsolutePath();
    }
    File parent = file.getAbsoluteFile().getParentFile();
    return parent == null || parent.isDirectory() ? "" : "there is currently no folder " + parent;
  }

  private boolean isNoPath(String text) {
    return text.isBlank() || words.stream().anyMatch(text.trim()::equalsIgnoreCase);
  }

  /** With known variables filled in. */
  private File file(String text) {
    try {
      return new File(variables.substitute(text.trim()));
    } catch (Exception e) {
      // Weka throws this class for a variable that is not set; the text may be valid where it will be used.
      return new File(text.trim());
    }
  }
}
