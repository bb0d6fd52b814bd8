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
 * A file that stands while native code is loaded and computes its first products. One that nobody holds any more was
 * left by a process that died meanwhile, most likely of that code.
 *
 * <p>The process holds a lock on it, which ends with the process whatever ends it. So two that start at the same time
 * do not take each other for dead, not in containers either, where process numbers say nothing. A process that ends in
 * order (also by a signal, short of kill -9) takes its file along. After a death without a crash report of Java's,
 * which may have been a kill or a power cut, the code is tried again a day later; after one with it, not before the
 * file is deleted.
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

  /** @param what the code that is tried, in words, with its version */
  static CrashMarker put(Path folder, String what) throws IOException {
    Properties content = new Properties();
    content.setProperty("what", what);
    content.setProperty("process", Long.toString(ProcessHandle.current().pid()));
    content.setProperty("folder", System.getProperty("user.dir"));
    StringWriter text = new StringWriter();
    content.store(text, "Native code is being tried. Left by a process that died meanwhile: delete to try it again.");

    String name = "trial-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".properties";
    // Under its name only when it is locked: it must never be seen without.
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
      // It must not look like a death; empty, it speaks of no code.
      channel.truncate(0);
      throw e;
    } finally {
      channel.close();
    }
  }

  /** What is left in a folder of a death while the same code was tried, in words, and what to do about it. */
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
    // Shared, so that two who look at the same time both see that nobody holds it alone.
    try (FileChannel channel = FileChannel.open(file); FileLock lock = lock(channel, true)) {
      // Deleted after it was listed: its owner was at work until now.
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
      // Gone since it was listed; or it is no list of properties, so none of ours.
      return Optional.empty();
    }
  }

  /** Java writes it where the process stood or, failing that, among temporary files. */
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

  /** Of a byte far behind the text, since Windows lets nobody read what is locked; null if somebody else holds it. */
  static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
