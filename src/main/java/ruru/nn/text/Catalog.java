package ruru.nn.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Loss;
import ruru.nn.NotationWord;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;

/**
 * All members of one kind that the notation knows, by name. They are found, not registered: every record of the kind's
 * package that implements the kind's interface is one, and its name is its simple name in lower case.
 */
public final class Catalog<T> {
  public static final Catalog<Layer> LAYERS = new Catalog<>("layer", Layer.class, "ruru.nn.layers");
  public static final Catalog<Loss> LOSSES = new Catalog<>("loss", Loss.class, "ruru.nn.losses");
  public static final Catalog<Optimizer> OPTIMIZERS =
      new Catalog<>("optimizer", Optimizer.class, "ruru.nn.optimizers");
  public static final Catalog<Schedule> SCHEDULES = new Catalog<>("schedule", Schedule.class, "ruru.nn.schedules");
  public static final Catalog<Initializer> INITIALIZERS =
      new Catalog<>("initialiser", Initializer.class, "ruru.nn.initializers");

  private static final int MOST_LISTED = 20;
  private static final String COMMON = "the most common are dense, relu, dropout, batchnorm, conv and maxpool";

  private final String kind;
  private final Class<T> type;
  private final String packageName;
  private @Nullable Map<String, Class<? extends T>> members;

  /**
   * Another kind, for packages above this one.
   *
   * @param kind        the word for a member in messages: "layer"
   * @param type        what the members implement
   * @param packageName where they are
   */
  public Catalog(String kind, Class<T> type, String packageName) {
    this.kind = kind;
    this.type = type;
    this.packageName = packageName;
  }

  /** The word for a member in messages: "layer". */
  public String kind() {
    return kind;
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(members().keySet());
  }

  public boolean has(String name) {
    return members().containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** @throws IllegalArgumentException with the nearest name, or all names */
  public Class<? extends T> get(String name) {
    Class<? extends T> found = members().get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new HintedException("there is no " + kind + " '" + Excerpt.of(name) + "'", hint(name));
    }
    return found;
  }

  /** The name of the member that a word means, in another spelling or as another library's word; null if none. */
  @Nullable
  String meaning(String word) {
    String name = Synonyms.of(kind, word);
    String plain = Synonyms.plain(word);
    return name != null ? name : members().containsKey(plain) ? plain : null;
  }

  private String hint(String name) {
    String missing = this == LAYERS ? Synonyms.withoutLayer(name) : null;
    if (missing != null) {
      return missing;
    }
    String other = meaning(name);
    String near = other != null ? other : Nearest.of(name.toLowerCase(Locale.ROOT), names());
    if (near != null) {
      return "did you mean '" + near + "'?";
    }
    return names().size() <= MOST_LISTED ? "choose from " + String.join(", ", names())
        : COMMON + "; all " + names().size() + " are in " + Help.PLACE;
  }

  /** Whether an object belongs to one of the catalogs, so that its text can be read back. */
  static boolean haveOne(Object member) {
    return Stream.of(LAYERS, LOSSES, OPTIMIZERS, SCHEDULES, INITIALIZERS)
        .anyMatch(catalog -> catalog.contains(member));
  }

  /** Whether an object is a member, so that its text can be read back. */
  boolean contains(Object member) {
    return members().containsValue(member.getClass());
  }

  public static String nameOf(Object member) {
    return NotationWord.of(member.getClass());
  }

  private synchronized Map<String, Class<? extends T>> members() {
    if (members == null) {
      Map<String, Class<? extends T>> found = new TreeMap<>();
      for (String simpleName : simpleNames()) {
        Class<?> c = load(packageName + "." + simpleName);
        if (c.isRecord() && type.isAssignableFrom(c)) {
          found.put(simpleName.toLowerCase(Locale.ROOT), c.asSubclass(type));
        }
      }
      members = found;
    }
    return members;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Catalog.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class " + name + " was listed but cannot be loaded", e);
    }
  }

  /** The top-level classes of the package, read from where this class itself was loaded: a folder or a jar. */
  private List<String> simpleNames() {
    String folder = packageName.replace('.', '/');
    String self = Catalog.class.getName().replace('.', '/') + ".class";
    URL url = Catalog.class.getClassLoader().getResource(self);
    try {
      List<String> files;
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        files = jar.getJarFile().stream().map(e -> e.getName()).filter(n -> n.startsWith(folder + "/"))
            .map(n -> n.substring(folder.length() + 1)).toList();
      } else {
        String path = new File(url.toURI()).getPath();
        File root = new File(path.substring(0, path.length() - self.length()));
        files = Arrays.asList(new File(root, folder).list());
      }
      return files.stream().filter(n -> n.endsWith(".class") && !n.contains("$") && !n.contains("-"))
          .map(n -> n.substring(0, n.length() - ".class".length())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the classes of " + packageName + " at " + url, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot list the classes of " + packageName + " at " + url, e);
    }
  }
}
