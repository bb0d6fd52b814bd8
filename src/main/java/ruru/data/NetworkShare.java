package ruru.data;

import java.nio.file.Path;

/** Files on other machines, as Windows names them: asking for such a file already tells that machine who asks. */
public final class NetworkShare {
  private NetworkShare() {}

  /** Whether a file is on a network share, unless Java was started there. */
  public static boolean isForeign(Path file) {
    Path root = file.getRoot();
    return root != null && root.toString().startsWith("\\\\") && !root.equals(Path.of("").toAbsolutePath().getRoot());
  }
}
