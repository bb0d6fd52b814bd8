package weka.core.neural.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import weka.core.neural.report.Table;

/** Chains in words and numbers: transition matrices, or the usual followers where there are many symbols. */
public final class ChainText {
  /** States of a matrix that fits on a page. */
  static final int MOST_STATES = 12;
  /** More than this take minutes to solve for. */
  private static final int MOST_SOLVED = 1000;
  private static final int FREQUENT = 10;
  private static final int FOLLOWERS = 5;
  private static final String END = "(end)";

  private ChainText() {}

  /** @param decimals decimal places of probabilities */
  public static String of(ChainClassifier chains, SequenceReader reader, int label, int decimals) {
    ContextTree tree = chains.pooled(label);
    int states = tree.symbols() + (tree.hasEnds() ? 1 : 0);
    if (states > MOST_SOLVED) {
      return followers(tree, reader.symbols(), decimals);
    }
    ChainStatistics s = chains.statistics(label);
    return (states > MOST_STATES ? followers(tree, reader.symbols(), decimals) : matrix(s, reader.symbols(), decimals))
        + (s.stationary() == null ? "No unique stationary distribution: some symbols are never left for others\n"
            : String.format(Locale.ROOT, "Entropy rate of the chain of order 1: %.3f bits for each step%n",
                s.entropy()).replace(System.lineSeparator(), "\n"));
  }

  /** The states' names: the symbols and, if there is one, the end. */
  public static List<String> states(List<String> symbols, int states) {
    List<String> names = new ArrayList<>(symbols);
    if (states > symbols.size()) {
      names.add(END);
    }
    return names.stream().map(name -> name.equals(" ") ? "' '" : Excerpt.of(name, FREQUENT)).toList();
  }

  private static String matrix(ChainStatistics s, List<String> symbols, int decimals) {
    int n = s.transitions().length;
    List<String> names = states(symbols, n);
    List<String> header = new ArrayList<>(List.of("from \\ to"));
    header.addAll(names);
    Table table = new Table(header.toArray(new String[0]));
    for (int i = 0; i < n; i++) {
      table.add(line(names.get(i), s.transitions()[i], n, decimals));
    }
    table.rule();
    table.add(line("first", s.start(), n, decimals));
    double[] stationary = s.stationary();
    if (stationary != null) {
      table.add(line("stationary", stationary, n, decimals));
    }
    return "Transition matrix of the chain of order 1" + (n > symbols.size() ? " (after the end, the next sequence "
        + "begins)" : "") + "\n\n" + table + "\n";
  }

  private static String[] line(String name, double[] values, int n, int decimals) {
    String[] cells = new String[n + 1];
    cells[0] = name;
    for (int j = 0; j < n; j++) {
      cells[j + 1] = j < values.length ? String.format(Locale.ROOT, "%." + decimals + "f", values[j]) : "";
    }
    return cells;
  }

  private static String followers(ContextTree tree, List<String> symbols, int decimals) {
    double[] frequencies = tree.frequencies();
    List<String> names = states(symbols, frequencies.length);
    Table table = new Table(2, "symbol", "usual followers", "times");
    IntStream.range(0, symbols.size()).boxed()
        .sorted(Comparator.comparingDouble((Integer s) -> -frequencies[s])).limit(FREQUENT).forEach(s -> {
          int[] context = {s};
          double[] next = tree.next(1, context, 0);
          String followers = String.join(", ", IntStream.range(0, next.length).boxed().filter(x -> next[x] > 0)
              .sorted(Comparator.comparingDouble((Integer x) -> -next[x])).limit(FOLLOWERS)
              .map(x -> names.get(x) + String.format(Locale.ROOT, " %." + decimals + "f", next[x])).toList());
          table.add(names.get(s), followers, String.format(Locale.ROOT, "%.0f", frequencies[s]));
        });
    return "The " + Math.min(FREQUENT, symbols.size()) + " most frequent of " + symbols.size() + " symbols\n\n" + table
        + "\n";
  }
}
