package ruru.data;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the images in the folder of a class, at any depth. Links are followed, unless they lead back up. */
final class ImageWalk extends SimpleFileVisitor<Path> {
  private static final String NO_IMAGE = "not an image that Java can read (" + ImageContent.KINDS + ")";
  static final String NOWHERE = "a link that leads nowhere";
  static final String UNWRITABLE_NAME = "a name with letters that this locale lacks (rename it, or start Java with "
      + "LC_ALL=C.UTF-8 in the environment)";

  private final Path root;
  private final List<PassedOver> passedOver;
  private final List<String> images = new ArrayList<>();

  private ImageWalk(Path root, List<PassedOver> passedOver) {
    this.root = root;
    this.passedOver = passedOver;
  }

  /**
   * The images in a folder of a class, relative to the root and sorted.
   *
   * @param passedOver receives what is skipped
   * @return null if the folder is a link that leads back up, and so not a class
   */
  static @Nullable List<String> images(Path root, Path folder, List<PassedOver> passedOver) throws IOException {
    ImageWalk walk = new ImageWalk(root, passedOver);
    if (leadsBack(folder)) {
      walk.passOver(folder, Reason.LEADS_BACK);
      return null;
    }
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    Collections.sort(walk.images);
    return walk.images;
  }

  private static boolean leadsBack(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    return above == null || folder.toRealPath().getParent() == null
        || above.toRealPath().startsWith(folder.toRealPath());
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Whether a file can be found by its name as text; Java puts question marks for what it cannot decode. */
  static boolean hasWritableName(Path file) {
    try {
      return file.getFileSystem().getPath(file.getFileName().toString()).equals(file.getFileName());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private void passOver(Path file, String reason) {
    passedOver.add(new PassedOver(relative(file), reason));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
    if (isHidden(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    } else if (leadsBack(folder)) {
      passOver(folder, Reason.LEADS_BACK);
      return FileVisitResult.SKIP_SUBTREE;
    } else if (!hasWritableName(folder)) {
      passOver(folder, UNWRITABLE_NAME);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Reading.check();
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    try {
      if (!attributes.isRegularFile()) {
        passOver(file, attributes.isSymbolicLink() ? NOWHERE : NO_IMAGE);
      } else if (!ImageContent.isImage(file)) {
        passOver(file, NO_IMAGE);
      } else if (hasWritableName(file)) {
        images.add(relative(file));
      } else {
        passOver(file, UNWRITABLE_NAME);
      }
    } catch (IOException e) {
      passOver(file, Reason.of(e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    if (!isHidden(file)) {
      passOver(file, Reason.of(problem));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
    if (problem != null) {
      passOver(folder, "only read in part: " + Reason.of(problem));
    }
    return FileVisitResult.CONTINUE;
  }
}
