package ruru.data;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Files that are there as a whole or not at all: the content is written into a new file of the same folder, which then
 * takes the place of the old one. Where writing fails, as on a full disk, or the process ends in the midst of it, the
 * old file stays as it was. A file that is replaced hands on its permissions and, where that is allowed, its owner; a
 * symbolic link stays one, and the file that it leads to is replaced. Folders and devices are refused.
 */
public final class AtomicFile {
  /** What is written into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** As a system has it for the links of one path. */
  private static final int MOST_LINKS = 40;
  private static final String PREFIX = "unfinished-";
  private static final String SUFFIX = ".part";
  /** Nobody needs so long from one piece of a file to the next. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private AtomicFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws IOException what the content threw, or one whose {@link Reason} says why the file cannot be written; there
   *     is no new file then, and an old one is as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    Path unfinished = unfinished(target);
    try {
      try (FileOutputStream out = create(unfinished)) {
        content.writeTo(out);
        // Else a power cut could leave the new name before the new content.
        out.getFD().sync();
      }
      replace(target, unfinished);
    } finally {
      remove(unfinished);
    }
  }

  /**
   * Puts a file that is complete into the place of another, which takes no room where both are on one disk.
   *
   * @param made is not there afterwards
   * @throws IOException as {@link #write}; the file that was made is there still, then
   */
  public static void move(Path made, Path file) throws IOException {
    Path target = target(file);
    try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      replace(target, made);
    } catch (AtomicMoveNotSupportedException e) {
      write(target, out -> Files.copy(made, out));
      Files.delete(made);
    }
  }

  private static void replace(Path target, Path made) throws IOException {
    if (Files.exists(target)) {
      handOnPermissions(target, made);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Sees, before the work for it begins, whether a file can be written: makes an empty one beside it and removes it
   * again, since permissions do not tell all. Also removes what processes that were killed left in the folder an hour
   * ago or earlier.
   *
   * @throws IOException whose {@link Reason} says why not
   */
  public static void requireWritable(Path file) throws IOException {
    Path target = target(file);
    if (isThere(target) && !Files.isWritable(target)) {
      throw refusal(file, "it may not be written");
    }
    Path probe = unfinished(target);
    try {
      create(probe).close();
    } catch (IOException e) {
      throw refusal(file, "nothing can be written into its folder: " + Reason.of(e));
    } finally {
      remove(probe);
    }
    removeAbandoned(probe.resolveSibling(""));
  }

  /** @throws IOException if there can be no such file, as where its name is too long */
  private static boolean isThere(Path file) throws IOException {
    try {
      Files.getLastModifiedTime(file);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Where the file is in truth, if it may be written or replaced. */
  private static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw refusal(file, "this is a folder, not a file");
    } else if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw refusal(file, "this is a device, not a file");
    }
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw refusal(file, "a link that leads back to itself");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refusal(file, "its folder does not exist");
    }
    return target;
  }

  private static FileSystemException refusal(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }

  /** Not made of the file's own name, which may be as long as a name can be. */
  private static Path unfinished(Path target) {
    return target.resolveSibling(PREFIX + UUID.randomUUID() + SUFFIX);
  }

  /** A stream that an interrupt of the thread does not close, as it would a channel. */
  private static FileOutputStream create(Path file) throws IOException {
    Files.createFile(file);
    return new FileOutputStream(file.toFile());
  }

  private static void handOnPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old == null) {
      return;
    }
    PosixFileAttributes attributes = old.readAttributes();
    PosixFileAttributeView own = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    try {
      own.setGroup(attributes.group());
      own.setOwner(attributes.owner());
    } catch (IOException e) {
      // Only few may give files away; what was made belongs to whoever made it then.
    }
    own.setPermissions(attributes.permissions());
  }

  private static void removeAbandoned(Path folder) {
    removeUntil(FileTime.from(Instant.now().minus(ABANDONED)), folder);
  }

  /** Removes what processes that were killed left in a folder into which no other process writes. */
  public static void removeUnfinished(Path folder) {
    removeUntil(FileTime.from(Instant.MAX), folder);
  }

  private static void removeUntil(FileTime latest, Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(latest) < 0) {
          remove(file);
        }
      }
    } catch (DirectoryIteratorException | IOException e) {
      // A folder that may be written but not listed, or a file that another process has just removed.
    }
  }

  /** What cannot be removed is left to the next time. */
  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is in nobody's way, and what is wrong with the folder is told by what was to be done in it.
    }
  }
}
