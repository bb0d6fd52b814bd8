package ruru.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

/**
 * The kinds of samples in a TIFF file. Java passes on any number of bits of any kind in any colour space, and most of
 * them come out dark, bright or as noise; so all but these are rejected: whole numbers of 1, 2, 4, 8 or 16 bits as grey
 * (0 black, or 0 white), red, green and blue, a palette, YCbCr, or, of 8 or 16 bits, four inks; floating-point numbers
 * of 32 or 64 bits as grey or red, green and blue. Grey and red, green, blue may have one more sample after them: it is
 * left out if the file calls it unspecified, like the near infrared of aerial photos, and is otherwise the pixel's
 * opacity. Source: TIFF 6.0 (1992).
 *
 * @param bits     of each sample
 * @param decimals whether they are floating-point numbers
 * @param colours  the photometric interpretation
 * @param opaque whether no sample is the pixel's opacity, whatever Java takes the last one for
 */
record TiffSamples(int bits, boolean decimals, int colours, boolean opaque) {
  private static final int WHITE_IS_ZERO = 0, BLACK_IS_ZERO = 1, RGB = 2, PALETTE = 3, INKS = 5, YCBCR = 6;
  private static final int UNSIGNED = 1, SIGNED = 2, FLOAT = 3, UNDEFINED = 4;
  private static final int UNKNOWN = -1, UNSPECIFIED = 0;
  private static final int OLD_JPEG = 6, JPEG = 7;

  /** @throws IOException naming what is not supported */
  static TiffSamples of(TiffTags tags) throws IOException {
    int[] bits = tags.all(TiffTags.BITS_PER_SAMPLE, 1);
    int format = tags.first(TiffTags.SAMPLE_FORMAT, UNSIGNED);
    int colours = tags.first(TiffTags.PHOTOMETRIC, BLACK_IS_ZERO);
    int samples = tags.first(TiffTags.SAMPLES_PER_PIXEL, 1);
    int wanted = colours == RGB || colours == YCBCR ? 3 : colours == INKS ? 4 : 1;
    boolean mayHaveAlpha = colours == WHITE_IS_ZERO || colours == BLACK_IS_ZERO || colours == RGB;
    if (colours < WHITE_IS_ZERO || colours > YCBCR || colours == PALETTE + 1) {
      throw refused("colours of kind " + colours + " (photometric interpretation: 8 is CIE Lab)");
    } else if (Arrays.stream(bits).distinct().count() > 1) {
      throw refused("samples of unequal size, " + Arrays.toString(bits) + " bits");
    } else if (samples != wanted && !(mayHaveAlpha && samples == wanted + 1)) {
      throw refused(samples + " samples per pixel instead of " + wanted);
    }
    TiffSamples found = new TiffSamples(bits[0], format == FLOAT, colours,
        tags.first(TiffTags.EXTRA_SAMPLES, UNKNOWN) == UNSPECIFIED);
    found.requireKind(format, tags.first(TiffTags.COMPRESSION, 1));
    if (tags.first(TiffTags.PREDICTOR, 1) != 1 && bits[0] != 8) {
      throw refused("compressed samples of " + bits[0] + " bits that are differences (a predictor)");
    }
    return found;
  }

  private void requireKind(int format, int compression) throws IOException {
    if (format < UNSIGNED || format == SIGNED || format > UNDEFINED) {
      throw refused(format == SIGNED ? "samples with a sign" : "samples of kind " + format + " (sample format)");
    } else if (decimals && (bits != 32 && bits != 64 || colours != BLACK_IS_ZERO && colours != RGB)) {
      throw refused("floating-point samples of " + bits + " bits, colours of kind " + colours);
    } else if (!decimals && bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
      throw refused("samples of " + bits + " bits");
    } else if (colours == PALETTE && bits > 8) {
      throw refused("a palette with " + bits + " bits");
    } else if (isInks() && (bits < 8 || compression == JPEG || compression == OLD_JPEG)) {
      throw refused("four inks (CMYK) " + (bits < 8 ? "of " + bits + " bits" : "compressed as JPEG"));
    }
  }

  private static IOException refused(String what) {
    return new IOException("this TIFF file has " + what + ", which are not supported; save it as PNG, or as TIFF "
        + "with 8 or "
        + "16 bits for each of grey, or red, green and blue");
  }

  boolean isInks() {
    return colours == INKS;
  }

  PixelRows rows(BufferedImage image) {
    if (isInks()) {
      return new CmykRows(image.getRaster(), false, false, bits);
    }
    return decimals ? new FloatRows(image, colours == RGB ? 3 : 1, opaque) : SampleRows.of(image, opaque);
  }
}
