package ruru.blas;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that exists while native code is loaded and computes its first products. One that is no longer locked was left
 * by a process that died meanwhile, most likely because of that code.
 *
 * <p>The process holds a lock on it, which ends with the process, however it ends. So two that start at the same time
 * do not take each other for dead, not even in containers, where process numbers mean nothing. A process that ends
 * normally (also by a signal, short of kill -9) deletes its file. After a death without a Java crash report, which may
 * have been a kill or a power cut, the code is tried again a day later; after one with a report, not until the file is
 * deleted.
 */
final class CrashMarker implements AutoCloseable {
  private static final String PATTERN = "trial-*.properties";
  private static final Duration WITHOUT_REPORT = Duration.ofDays(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Path file;
  private final FileChannel channel;

  private CrashMarker(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** @param what a description of the code to try, with its version */
  static CrashMarker put(Path folder, String what) throws IOException {
    Properties content = new Properties();
    content.setProperty("what", what);
    content.setProperty("process", Long.toString(ProcessHandle.current().pid()));
    content.setProperty("folder", System.getProperty("user.dir"));
    StringWriter text = new StringWriter();
    content.store(text, "Native code is being tried. Left by a process that died meanwhile: delete to try it again.");

    String name = "trial-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".properties";
    // Renamed only once it is locked: it must never be seen unlocked.
    Path unseen = folder.resolve(name + ".tmp");
    FileChannel channel = FileChannel.open(unseen, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      if (lock(channel, false) == null) {
        throw new IOException("another process locked " + unseen);
      }
      channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
      Files.move(unseen, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      folder.resolve(name).toFile().deleteOnExit();
      return new CrashMarker(folder.resolve(name), channel);
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(unseen);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.delete(file);
    } catch (IOException e) {
      // It must not look like a death; empty, it names no code.
      channel.truncate(0);
      throw e;
    } finally {
      channel.close();
    }
  }

  /**
   * A message on a death while the same code was being tried, if a folder has traces of one, and what to do about it.
   */
  static Optional<String> crash(Path folder, String what) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
      for (Path file : files) {
        Optional<String> crash = crashOf(file, what);
        if (crash.isPresent()) {
          return crash;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> crashOf(Path file, String what) throws IOException {
    // A shared lock, so that two processes checking at the same time both see that no one holds it exclusively.
    try (FileChannel channel = FileChannel.open(file); FileLock lock = lock(channel, true)) {
      // Deleted after it was listed: its owner was active until now.
      if (lock == null || !Files.exists(file)) {
        return Optional.empty();
      }
      Properties content = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        content.load(reader);
      }
      if (!what.equals(content.getProperty("what"))) {
        return Optional.empty();
      }
      Instant time = Files.getLastModifiedTime(file).toInstant();
      Optional<Path> report = report(content, time);
      if (report.isEmpty() && time.plus(WITHOUT_REPORT).isBefore(Instant.now())) {
        Files.delete(file);
        return Optional.empty();
      }
      return Optional.of("Java died while it tried this on " + TIME.format(time.atZone(ZoneId.systemDefault()))
          + report.map(r -> ", see " + r + "; it is tried again when you delete ")
              .orElse("; it is tried again a day later, or when you delete ")
          + file);
    } catch (NoSuchFileException | IllegalArgumentException e) {
      // Gone since it was listed, or not a properties file, so not ours.
      return Optional.empty();
    }
  }

  /** Java writes it to the working directory or, failing that, among temporary files. */
  private static Optional<Path> report(Properties content, Instant time) throws IOException {
    String name = "hs_err_pid" + content.getProperty("process") + ".log";
    for (String folder : new String[] {content.getProperty("folder", ""), System.getProperty("java.io.tmpdir")}) {
      Optional<Path> report = path(folder, name).filter(Files::exists);
      if (report.isPresent() && !Files.getLastModifiedTime(report.get()).toInstant().isBefore(time)) {
        return report;
      }
    }
    return Optional.empty();
  }

  /** Empty for a folder whose name cannot be written in this process's locale, or could not in the other's. */
  private static Optional<Path> path(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Locks a byte far beyond the text, since Windows lets no one read locked bytes; null if another process holds it.
   */
  static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
