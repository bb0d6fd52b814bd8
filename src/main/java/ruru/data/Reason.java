package ruru.data;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why a file could not be read or written, in words. The messages of Java's exceptions about files are often the path
 * and nothing else, or end in a colon behind which the cause has been lost.
 */
public final class Reason {
  static final String LEADS_BACK = "a link that leads back to a folder that it lies in";

  private Reason() {}

  /** One line without the path; never empty. */
  public static String of(Throwable problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    } else if (problem instanceof AccessDeniedException) {
      return "access is denied";
    } else if (problem instanceof FileSystemLoopException) {
      return LEADS_BACK;
    } else if (problem instanceof NotDirectoryException) {
      return "this is no folder";
    } else if (problem instanceof FileAlreadyExistsException) {
      return "there is a file of this name";
    } else if (problem instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    } else if (problem instanceof FileSystemException) {
      return problem.getClass().getSimpleName();
    }
    String message = problem.getMessage() == null ? "" : problem.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    Throwable cause = problem.getCause();
    if (message.isEmpty()) {
      return cause == null ? problem.getClass().getSimpleName() : of(cause);
    }
    return message.endsWith(":") && cause != null ? message + " " + of(cause) : message;
  }
}
