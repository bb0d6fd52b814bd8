package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ruru.nn.Shape;

/**
 * The shapes of a layer as the help writes them, such as "[..., a], [..., b] -> [..., a + b]". A name is a setting of
 * the layer, "outputs", or a size that is learnt where it first stands.
 */
final class ShapeForm {
  private static final Pattern NAME = Pattern.compile("[a-z]+'?");

  private final String[] left;
  private final String right;
  private final Map<String, List<Integer>> sizes = new HashMap<>();

  ShapeForm(String text, Record layer, int outputs) {
    left = text.split(" -> ")[0].split("(?<=\\]), ");
    right = text.split(" -> ")[1];
    sizes.put("outputs", List.of(outputs));
    for (RecordComponent c : layer.getClass().getRecordComponents()) {
      try {
        Object value = c.getAccessor().invoke(layer);
        if (value instanceof Integer i) {
          sizes.put(c.getName(), List.of(i));
        } else if (value instanceof Shape shape) {
          sizes.put(c.getName(), dims(shape));
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  static List<String> names(String text) {
    return NAME.matcher(text).results().map(m -> m.group()).toList();
  }

  private static List<Integer> dims(Shape shape) {
    List<Integer> dims = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      dims.add(shape.dim(i));
    }
    return dims;
  }

  /** Further inputs of a layer that joins any number of them add to the last axis what the form cannot name. */
  boolean fits(List<Shape> in, Shape out) {
    for (int i = 0; i < left.length; i++) {
      if (!matches(left[i], dims(in.get(i)))) {
        return false;
      }
    }
    if (left.length > 1 && in.size() > left.length) {
      return out.rank() == in.get(0).rank();
    }
    return matches(right, dims(out));
  }

  private boolean matches(String pattern, List<Integer> dims) {
    String[] terms = pattern.substring(1, pattern.length() - 1).split(", ");
    List<Integer> rest = dims;
    if (terms[0].equals("...")) {
      terms = Arrays.copyOfRange(terms, 1, terms.length);
      if (dims.size() < terms.length || !learn("...", dims.subList(0, dims.size() - terms.length))) {
        return false;
      }
      rest = dims.subList(dims.size() - terms.length, dims.size());
    }
    if (terms.length == 1 && sizes.containsKey(terms[0])) {
      return sizes.get(terms[0]).equals(rest);
    }
    boolean same = terms.length == rest.size();
    for (int i = 0; same && i < terms.length; i++) {
      same = matches(terms[i], (int) rest.get(i));
    }
    return same;
  }

  /** One axis: a name, a multiple of a name, a product of names that are known, or a sum of which one may be new. */
  private boolean matches(String term, int size) {
    if (term.contains(" + ")) {
      List<String> terms = new ArrayList<>(Arrays.asList(term.split(" \\+ ")));
      String fresh = terms.stream().filter(t -> !t.matches("\\d+") && !sizes.containsKey(t)).findFirst().orElse(null);
      terms.remove(fresh);
      int sum = terms.stream().mapToInt(this::value).sum();
      return fresh == null ? sum == size : size >= sum && learn(fresh, List.of(size - sum));
    }
    String[] factors = term.split(" \\* ");
    String last = factors[factors.length - 1];
    int before = Arrays.stream(factors, 0, factors.length - 1).mapToInt(this::value).reduce(1, (a, b) -> a * b);
    return size % before == 0 && learn(last, List.of(size / before));
  }

  private int value(String factor) {
    return factor.matches("\\d+") ? Integer.parseInt(factor) : sizes.get(factor).get(0);
  }

  private boolean learn(String name, List<Integer> value) {
    List<Integer> known = sizes.putIfAbsent(name, value);
    return known == null || known.equals(value);
  }
}
