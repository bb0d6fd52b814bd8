package weka.core.neural.chains;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The symbols of sequences, numbered from 0 in the order in which they were met. */
final class Alphabet implements Serializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<String> symbols = new ArrayList<>();
  private final HashMap<String, Integer> indices = new HashMap<>();

  /** The symbol's number; a new one for a new symbol. */
  int learn(String symbol) {
    Integer known = indices.putIfAbsent(symbol, symbols.size());
    if (known != null) {
      return known;
    }
    symbols.add(symbol);
    return symbols.size() - 1;
  }

  /** The symbol's number, or that after the last for an unknown one. */
  int index(String symbol) {
    return indices.getOrDefault(symbol, symbols.size());
  }

  int size() {
    return symbols.size();
  }

  List<String> symbols() {
    return List.copyOf(symbols);
  }
}
