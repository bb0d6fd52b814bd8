package ruru.data;

/**
 * A decoded image in its own size.
 *
 * @param channels 1 for grey or 3 for red, green, blue
 * @param pixels   [height][width][channels], 0 to 255 without sign
 */
public record UnscaledImage(int height, int width, int channels, byte[] pixels) {}
