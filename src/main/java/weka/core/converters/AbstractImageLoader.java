package weka.core.converters;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import weka.core.CommandlineRunnable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.neural.options.FileOptions;
import weka.core.neural.run.FailedCommand;

/**
 * Base class of the image loaders: all rows at once, from a file or folder that is not read until data are requested.
 * Unlike other file loaders they reject streams, because a folder is not a stream and IDX files come in pairs.
 */
public abstract class AbstractImageLoader extends AbstractFileLoader
    implements BatchConverter, OptionHandler, CommandlineRunnable {

  private static final long serialVersionUID = 4166271450932741163L;

  /** The data without rows: attributes, class, name. */
  protected abstract Instances readHeader(Path source) throws IOException;

  /** The rows as well. */
  protected abstract Instances readAll(Path source) throws IOException;

  /** Sets the source as it is; whether it exists is checked when data are requested. */
  @Override
  public void setSource(File file) throws IOException {
    if (file == null) {
      throw new IOException("no file or folder to load was given");
    }
    reset();
    m_sourceFile = getUseRelativePath() ? relative(file) : file;
    m_File = m_sourceFile.getPath();
  }

  private static File relative(File file) throws IOException {
    try {
      return Utils.convertToRelativePath(file);
    } catch (Exception e) {
      throw new IOException("cannot make a relative path from " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void setSource(InputStream input) throws IOException {
    throw new IOException(getClass().getSimpleName() + " loads from files, not from a stream");
  }

  /** The source with variables such as ${HOME} filled in. */
  private Path source() throws IOException {
    try {
      return FileOptions.path("cannot load", m_File, m_env);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Instances getStructure() throws IOException {
    if (m_structure == null) {
      m_structure = readHeader(source());
    }
    return new Instances(m_structure, 0);
  }

  @Override
  public Instances getDataSet() throws IOException {
    if (getRetrieval() == INCREMENTAL) {
      throw new IOException(getClass().getSimpleName() + " loads all rows at once, not one by one");
    }
    setRetrieval(BATCH);
    Instances data = readAll(source());
    m_structure = new Instances(data, 0);
    return data;
  }

  @Override
  public Instance getNextInstance(Instances structure) throws IOException {
    throw new IOException(getClass().getSimpleName() + " loads all rows at once, not one by one");
  }

  @Override
  public void preExecution() {}

  @Override
  public void postExecution() {}

  /**
   * Writes the data to standard output as ARFF. The source may precede the options. On failure, if this is what the
   * process was started for, it exits with a message.
   */
  @Override
  public void run(Object loader, String[] options) {
    if (options.length == 0 || options[0].equals("-h") || options[0].equals("-help")) {
      runFileLoader(this, new String[] {"-h"});
      return;
    }
    try {
      AbstractImageLoader other = (AbstractImageLoader) loader;
      String[] rest = options.clone();
      if (!options[0].startsWith("-")) {
        rest[0] = "";
      }
      other.setOptions(rest);
      if (!options[0].startsWith("-")) {
        other.setFile(FileOptions.named("the source", options[0]));
      }
      ArffSaver saver = new ArffSaver();
      saver.setInstances(other.getDataSet());
      saver.writeBatch();
    } catch (Exception e) {
      FailedCommand.end(getClass(), e);
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
