package ruru.data;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;

/**
 * Why a file could not be read or written, as text. The messages of Java's file exceptions are often only the path, or
 * end in a colon after which the cause has been lost.
 */
public final class Reason {
  static final String BROKEN = "the file is broken; Java cannot make sense of its content";
  static final String LEADS_BACK = "a link that leads back to a folder that contains it";

  /** What decoders throw for many kinds of broken data; the messages refer to the decoder's variables. */
  private static final List<Class<? extends RuntimeException>> SLIPS = List.of(NullPointerException.class,
      IndexOutOfBoundsException.class, ArithmeticException.class, ClassCastException.class,
      NegativeArraySizeException.class);

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
      return "this is not a folder";
    } else if (problem instanceof FileAlreadyExistsException) {
      return "there is already a file of this name";
    } else if (problem instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    } else if (problem instanceof FileSystemException) {
      return problem.getClass().getSimpleName();
    } else if (problem instanceof EOFException && problem.getMessage() == null) {
      return "the file ends too early";
    } else if (SLIPS.stream().anyMatch(slip -> slip.isInstance(problem))) {
      return BROKEN;
    }
    String message = problem.getMessage() == null ? "" : problem.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    Throwable cause = problem.getCause();
    if (message.isEmpty()) {
      return cause == null ? problem.getClass().getSimpleName() : of(cause);
    }
    return message.endsWith(":") && cause != null ? message + " " + of(cause) : message;
  }
}
