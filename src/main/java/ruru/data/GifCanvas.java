package ruru.data;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the first image of a GIF file lies on its canvas, the logical screen, which may be larger and is transparent
 * where no image lies. Source: GIF89a (1990), sections 18 to 20.
 *
 * @param width of the canvas, at least as far as the image reaches
 * @param height of the canvas, likewise
 */
record GifCanvas(int width, int height, int left, int top) {
  private static final int SCREEN = 6, FLAGS = 10, HEADER = 13;
  private static final int EXTENSION = 0x21, IMAGE = 0x2C;

  /** Null if the bytes are not a GIF file, or end before its first image. */
  static @Nullable GifCanvas of(byte[] file) {
    if (file.length < HEADER || file[0] != 'G' || file[1] != 'I' || file[2] != 'F' || file[3] != '8') {
      return null;
    }
    int flags = file[FLAGS] & 0xFF;
    int at = HEADER + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
    while (at + 10 <= file.length) {
      int block = file[at] & 0xFF;
      if (block == IMAGE) {
        int left = number(file, at + 1);
        int top = number(file, at + 3);
        return new GifCanvas(Math.max(number(file, SCREEN), left + number(file, at + 5)),
            Math.max(number(file, SCREEN + 2), top + number(file, at + 7)), left, top);
      } else if (block != EXTENSION) {
        return null;
      }
      at += 2;
      while (at < file.length && file[at] != 0) {
        at += 1 + (file[at] & 0xFF);
      }
      at++;
    }
    return null;
  }

  private static int number(byte[] file, int i) {
    return file[i] & 0xFF | (file[i + 1] & 0xFF) << 8;
  }

  /** The image on its canvas, white around it. */
  PixelRows around(PixelRows image) {
    if (image.width == width && image.height == height) {
      return image;
    }
    return new PixelRows(width, height, image.channels) {
      private final float[] part = new float[image.width * channels];

      @Override
      void read(int y, float[] row) throws IOException {
        Arrays.fill(row, 0, width * channels, 255);
        if (y >= top && y < top + image.height) {
          image.read(y - top, part);
          System.arraycopy(part, 0, row, left * channels, part.length);
        }
      }
    };
  }
}
