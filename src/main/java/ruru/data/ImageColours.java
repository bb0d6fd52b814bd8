package ruru.data;

/**
 * The colours of an image whose pixels are labels: exactly those of the file, neither scaled nor interpolated.
 *
 * @param rgb [height][width], each 0xRRGGBB; grey has three equal parts
 */
public record ImageColours(int height, int width, int[] rgb) {
  static final int CHANNELS = 3;

  static ImageColours of(int height, int width, byte[] colours) {
    int[] rgb = new int[height * width];
    for (int i = 0; i < rgb.length; i++) {
      int at = CHANNELS * i;
      rgb[i] = (colours[at] & 0xFF) << 16 | (colours[at + 1] & 0xFF) << 8 | colours[at + 2] & 0xFF;
    }
    return new ImageColours(height, width, rgb);
  }
}
