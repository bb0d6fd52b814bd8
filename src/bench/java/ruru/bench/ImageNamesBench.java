package ruru.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import ruru.data.AllowedFolders;
import ruru.data.FileAccess;
import ruru.data.ImageDecoder;
import ruru.nn.Shape;

/**
 * What it costs to keep the names of images inside a folder, against decoding the images once, on one thread.
 * Program: ImageNamesBench FOLDER COUNT SIDE ROUNDS; writes the images into the folder if it is empty.
 */
final class ImageNamesBench {
  private static final PrintStream OUT = System.out;
  private static final int CLASSES = 10;

  private ImageNamesBench() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    Path folder = Path.of(args[0]);
    int side = Integer.parseInt(args[2]);
    List<Path> files = files(folder, Integer.parseInt(args[1]), side);
    Shape shape = Shape.of(Math.min(side, 32), Math.min(side, 32), 3);
    OUT.println("seconds: names checked / decoded by any name / bytes of any name / bytes of names kept inside");
    for (int round = Integer.parseInt(args[3]); round > 0; round--) {
      double checked = seconds(() -> {
        AllowedFolders allowed = new AllowedFolders(List.of(folder), List.of());
        for (Path file : files) {
          if (!allowed.mayContain(file)) {
            throw new IllegalStateException(file.toString());
          }
        }
      });
      double decoded = seconds(() -> {
        for (Path file : files) {
          ImageDecoder.decode(file, shape);
        }
      });
      double any = bytes(files, FileAccess.ANYWHERE);
      double kept = bytes(files, new AllowedFolders(List.of(folder), List.of()));
      OUT.println(String.format(Locale.ROOT, "%.4f / %.3f / %.4f / %.4f: check %.2f %%, check and opening %.2f %%",
          checked, decoded, any, kept, 100 * checked / decoded, 100 * (checked + kept - any) / decoded));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double bytes(List<Path> files, FileAccess access) throws IOException {
    return seconds(() -> {
      for (Path file : files) {
        access.read(file);
      }
    });
  }

  private static List<Path> files(Path folder, int count, int side) throws IOException {
    List<Path> files = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("class" + i % CLASSES).resolve(i + ".png");
      files.add(file);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[side * side];
        Arrays.setAll(pixels, p -> random.nextInt(1 << 24));
        image.setRGB(0, 0, side, side, pixels, 0, side);
        ImageIO.write(image, "png", file.toFile());
      }
    }
    return files;
  }
}
