package ruru.data.masks;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ruru.data.ImageColours;
import ruru.nn.text.Excerpt;

/**
 * Which colour of a mask stands for which class.
 *
 * @param names   of the classes
 * @param colours 0xRRGGBB, one for each class
 * @param ignored the colour of places that do not count; null if there is none
 */
public record MaskClasses(List<String> names, List<Integer> colours, @Nullable Integer ignored)
    implements Serializable {
  /** More colours are hardly classes. */
  public static final int MOST = 64;
  /** What "auto" says: each colour is a class. */
  public static final String AUTO = "auto";
  /** For an ignored colour: there is none. */
  public static final String NONE = "none";

  public MaskClasses {
    names = List.copyOf(names);
    colours = List.copyOf(colours);
  }

  /**
   * Reads "membrane=0, cell=255", or colours alone, which are names too.
   *
   * @param ignored a colour, or none
   * @throws IllegalArgumentException if a colour or name is not legal, or is there twice
   */
  public static MaskClasses parse(String labels, String ignored) {
    List<String> names = new ArrayList<>();
    List<Integer> colours = new ArrayList<>();
    for (String part : labels.split(",", -1)) {
      int equals = part.lastIndexOf('=');
      String name = part.substring(0, Math.max(0, equals)).trim();
      int colour = Colour.parse("labels: '" + Excerpt.of(part.trim()) + "'", part.substring(equals + 1));
      if (equals >= 0 && name.isEmpty()) {
        throw new IllegalArgumentException("labels: expected a name before '=', as in 'cell=255', got '"
            + Excerpt.of(part.trim()) + "'");
      }
      names.add(name.isEmpty() ? Colour.text(colour) : name);
      colours.add(colour);
      if (new TreeSet<>(names).size() < names.size() || new TreeSet<>(colours).size() < colours.size()) {
        throw new IllegalArgumentException("labels: '" + Excerpt.of(part.trim()) + "' names a class or a colour that "
            + "was named before; give each class one name and one colour");
      }
    }
    if (names.size() > MOST) {
      throw new IllegalArgumentException("labels: expected at most " + MOST + " classes, got " + names.size());
    }
    Integer none = ignoredColour(ignored);
    if (none != null && colours.contains(none)) {
      throw new IllegalArgumentException("ignore: the colour " + Colour.text(none) + " is also a class's; take it out "
          + "of the labels, or ignore another colour");
    }
    return new MaskClasses(names, colours, none);
  }

  /** The colour that does not count; null for "none" or blank. */
  private static @Nullable Integer ignoredColour(String text) {
    return text.isBlank() || text.trim().equals(NONE) ? null : Colour.parse("ignore", text);
  }

  /** Checks a text for {@link #parse}. */
  public static void requireIgnored(String text) {
    ignoredColour(text);
  }

  /**
   * Each colour of some masks is a class, in ascending order.
   *
   * @param found   the colours of all masks
   * @param ignored a colour, or none
   * @throws IllegalArgumentException if there are none, or more than {@value #MOST}
   */
  public static MaskClasses of(Set<Integer> found, String ignored) {
    Integer none = ignoredColour(ignored);
    TreeSet<Integer> colours = new TreeSet<>(found);
    if (none != null) {
      colours.remove(none);
    }
    if (colours.isEmpty()) {
      throw new IllegalArgumentException("the masks have no colour but " + ignored.trim() + ", which is ignored: there "
          + "is no class to learn");
    } else if (colours.size() > MOST) {
      throw new IllegalArgumentException("the masks have " + (found.size() > 10 * MOST ? "more than " + 10 * MOST
          : colours.size()) + " different colours, and at most " + MOST + " can be classes; were they stored as JPEG, "
          + "scaled or smoothed? Store them as PNG, or name the colours of the classes (-labels), as in '0, 255'");
    }
    return new MaskClasses(colours.stream().map(Colour::text).toList(), List.copyOf(colours), none);
  }

  /** Adds the colours of a mask, unless there are far too many already. */
  public static void collect(ImageColours mask, Set<Integer> colours) {
    int last = -1;
    for (int rgb : mask.rgb()) {
      if (rgb != last && colours.size() <= 10 * MOST) {
        colours.add(rgb);
      }
      last = rgb;
    }
  }

  public int size() {
    return names.size();
  }

  /**
   * The classes of a mask's pixels.
   *
   * @throws IOException naming the place and the colour, if one is no class's
   */
  public Mask read(ImageColours mask) throws IOException {
    Map<Integer, Byte> indices = new HashMap<>();
    for (int c = 0; c < colours.size(); c++) {
      indices.put(colours.get(c), (byte) c);
    }
    if (ignored != null) {
      indices.put(ignored, Mask.IGNORED);
    }
    byte[] classes = new byte[mask.rgb().length];
    for (int i = 0; i < classes.length; i++) {
      Byte index = indices.get(mask.rgb()[i]);
      if (index == null) {
        throw new IOException("the colour " + Colour.text(mask.rgb()[i]) + " at x " + i % mask.width() + ", y "
            + i / mask.width() + " is no class; expected " + this + ". Name it as a class (-labels), or ignore it "
            + "(-ignore)");
      }
      classes[i] = index;
    }
    return new Mask(mask.height(), mask.width(), classes);
  }

  /** The classes as pixels in their colours, red, green and blue: [height][width][3]. */
  public byte[] colours(Mask mask) {
    byte[] pixels = new byte[3 * mask.classes().length];
    for (int i = 0; i < mask.classes().length; i++) {
      int rgb = mask.classes()[i] == Mask.IGNORED ? ignored == null ? 0 : ignored : colours.get(mask.classes()[i]);
      pixels[3 * i] = (byte) (rgb >> 16);
      pixels[3 * i + 1] = (byte) (rgb >> 8);
      pixels[3 * i + 2] = (byte) rgb;
    }
    return pixels;
  }

  /** Whether all colours are grey, so that a mask needs one channel. */
  public boolean isGrey() {
    return colours.stream().allMatch(c -> Colour.text(c).charAt(0) != '#');
  }

  /** "membrane=0, cell=255", or colours alone where they are the names. */
  @Override
  public String toString() {
    String[] parts = new String[names.size()];
    Arrays.setAll(parts, c -> names.get(c).equals(Colour.text(colours.get(c))) ? names.get(c)
        : names.get(c) + "=" + Colour.text(colours.get(c)));
    return String.join(", ", parts);
  }
}
