package weka.core.neural.compare;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import ruru.data.AtomicFile;
import ruru.data.Reason;

/**
 * The folder of a comparison's files. While it runs they are made in a folder inside; when all are there they take the
 * place of those of the comparison before, each in one step, the report last. A comparison that ends before, in
 * whatever way, leaves what was there, and the file of the folds that it has evaluated.
 *
 * <p>Which files there are to be is itself on the disk before the first of them is moved: one that a comparison has not
 * made is an empty one then, and a file says that all are made. So the next comparison can end what a killed one
 * could not.
 */
final class ResultFolder implements AutoCloseable {
  private static final String UNFINISHED = "unfinished";
  private static final String FOLDS = "folds.txt";
  private static final String LOCK = "lock";
  private static final String COMPLETE = "complete";

  private final Path folder;
  private final Path unfinished;
  private final List<String> names;
  private final FileChannel lock;
  private final Thread atExit;
  private boolean published;

  /**
   * Makes the folder if it is not there, and ends what a comparison that was killed has left.
   *
   * @param names all files that a comparison may leave, in the order in which they are put into place
   * @param atExit what else to do when Java ends before this is closed, as by Ctrl-C
   * @throws IOException saying what is in the way: another comparison, a folder of the report's name, and so on
   */
  ResultFolder(Path folder, List<String> names, Runnable atExit) throws IOException {
    this.folder = folder;
    this.names = names;
    unfinished = folder.resolve(UNFINISHED);
    Files.createDirectories(folder);
    for (String name : names) {
      requireWritable(folder.resolve(name));
    }
    Files.createDirectories(unfinished);
    lock = lock();
    try {
      if (Files.exists(unfinished.resolve(COMPLETE))) {
        moveAll();
      }
      clean();
    } catch (IOException e) {
      lock.close();
      throw e;
    }
    this.atExit = new Thread(() -> {
      end();
      atExit.run();
    });
    Runtime.getRuntime().addShutdownHook(this.atExit);
  }

  private static void requireWritable(Path file) throws IOException {
    try {
      AtomicFile.requireWritable(file);
    } catch (IOException e) {
      throw new IOException(file + " could not be written at the end: " + Reason.of(e), e);
    }
  }

  private FileChannel lock() throws IOException {
    FileChannel channel = FileChannel.open(unfinished.resolve(LOCK), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    if (!isOurs(channel)) {
      channel.close();
      throw new IOException("another comparison is writing to " + folder
          + "; wait until it is done, or name another folder with -o");
    }
    return channel;
  }

  private static boolean isOurs(FileChannel channel) {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Some file systems have no locks; the user has to take care then.
      return true;
    }
  }

  /** Where files are made. */
  Path unfinished() {
    return unfinished;
  }

  /** The folds evaluated so far. */
  Path folds() {
    return folds(folder);
  }

  /** Where the folds are in a folder. */
  static Path folds(Path folder) {
    return folder.resolve(UNFINISHED).resolve(FOLDS);
  }

  /** Where a file will be. */
  Path published(Path file) {
    return folder.resolve(unfinished.relativize(file));
  }

  /** Puts the files into their place, and deletes those that only an earlier comparison has made. */
  synchronized void publish() throws IOException {
    for (String name : names) {
      // On the disk, since an empty one means that there is none, and one that a power cut emptied must not.
      try (FileChannel made = FileChannel.open(unfinished.resolve(name), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE)) {
        made.force(true);
      } catch (IOException e) {
        throw new NotWritten(unfinished.resolve(name), 0, e);
      }
    }
    Files.createFile(unfinished.resolve(COMPLETE));
    moveAll();
    published = true;
  }

  private void moveAll() throws IOException {
    for (String name : names) {
      Path made = unfinished.resolve(name);
      if (!Files.exists(made)) {
        // Moved already, by a comparison that was killed while it did so.
        continue;
      }
      long size = Files.size(made);
      Path file = folder.resolve(name);
      try {
        if (size == 0) {
          Files.deleteIfExists(file);
          Files.delete(made);
        } else {
          AtomicFile.move(made, file);
        }
      } catch (IOException e) {
        throw new NotWritten(file, size, e);
      }
    }
    Files.delete(unfinished.resolve(COMPLETE));
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // Java is ending, and the hook does the same.
    }
  }

  /** What cannot be deleted stays: it is in nobody's way, and the next comparison tries again. */
  private synchronized void end() {
    try {
      if (published) {
        Files.deleteIfExists(folds());
      }
      if (!Files.exists(unfinished.resolve(COMPLETE))) {
        clean();
      }
      lock.close();
      Files.deleteIfExists(unfinished.resolve(LOCK));
      if (isEmpty(unfinished)) {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      // See above.
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Deletes what was being made, and leaves the folds, and what is no file of ours. */
  private void clean() throws IOException {
    for (String name : names) {
      Files.deleteIfExists(unfinished.resolve(name));
    }
    AtomicFile.removeUnfinished(unfinished);
  }
}
