package weka.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How schemes stand to each other over many data sets: mean ranks, means, times, and the first scheme against each
 * rival. The sets are those on which the first scheme was run; only schemes that were run on all of them are ranked.
 * Who did not finish is last.
 */
final class QualitySummary {
  private static final double POINT = 1;

  private final Map<String, Map<String, QualityRow>> bySet = new LinkedHashMap<>();
  private final String first;

  /** @param first the scheme that is compared with the others */
  QualitySummary(Collection<QualityRow> rows, String first) {
    this.first = first;
    for (QualityRow row : rows) {
      bySet.computeIfAbsent(row.set(), s -> new LinkedHashMap<>()).put(row.scheme(), row);
    }
  }

  /** The sets of one kind on which the first scheme was run. */
  List<String> sets(boolean nominal) {
    return bySet.keySet().stream().filter(s -> bySet.get(s).containsKey(first))
        .filter(s -> bySet.get(s).get(first).nominal() == nominal).toList();
  }

  /** The schemes that were run on all these sets, or tried to. */
  List<String> schemes(List<String> sets) {
    Set<String> all = new LinkedHashSet<>(List.of(first));
    sets.forEach(s -> all.addAll(bySet.get(s).keySet()));
    return all.stream().filter(c -> sets.stream().allMatch(s -> bySet.get(s).containsKey(c))).toList();
  }

  private boolean knows(String scheme, List<String> sets, QualityMeasure m) {
    return sets.stream().map(s -> bySet.get(s).get(scheme)).allMatch(r -> !r.finished() || !Double.isNaN(r.value(m)))
        && sets.stream().anyMatch(s -> bySet.get(s).get(scheme).finished());
  }

  /**
   * The mean over the sets of each scheme's rank, from 1 for the best; equal values share the mean of their ranks,
   * and so do all that did not finish. Schemes whose value is not known everywhere are left out.
   */
  Map<String, Double> meanRanks(List<String> sets, QualityMeasure m) {
    List<String> schemes = schemes(sets).stream().filter(c -> knows(c, sets, m)).toList();
    Map<String, Double> ranks = new LinkedHashMap<>();
    for (String own : schemes) {
      double sum = 0;
      for (String set : sets) {
        double better = 0;
        double equal = 0;
        for (String other : schemes) {
          int c = compare(bySet.get(set).get(other), bySet.get(set).get(own), m);
          better += c > 0 ? 1 : 0;
          equal += c == 0 ? 1 : 0;
        }
        sum += better + (equal + 1) / 2;
      }
      ranks.put(own, sum / sets.size());
    }
    return ranks;
  }

  /** Above 0 if a is better than b. */
  private static int compare(QualityRow a, QualityRow b, QualityMeasure m) {
    if (!a.finished() || !b.finished()) {
      return Boolean.compare(a.finished(), b.finished());
    }
    return Double.compare(a.value(m), b.value(m)) * (m.higherIsBetter ? 1 : -1);
  }

  /** On how many sets the first scheme is better than a rival, equal and worse. */
  int[] against(String rival, List<String> sets, QualityMeasure m) {
    int[] counts = new int[3];
    for (String set : sets) {
      counts[1 - compare(bySet.get(set).get(first), bySet.get(set).get(rival), m)]++;
    }
    return counts;
  }

  /** The sets on which the first scheme has more than one point less than a rival, with the difference. */
  private String worseByMoreThanAPoint(String rival, List<String> sets, QualityMeasure m) {
    List<String> found = new ArrayList<>();
    for (String set : sets) {
      double more = bySet.get(set).get(rival).value(m) - bySet.get(set).get(first).value(m);
      double by = m.higherIsBetter ? more : -more;
      if (by > POINT) {
        found.add(String.format(Locale.ROOT, "%s (%.1f)", set, by));
      }
    }
    return found.size() + (found.isEmpty() ? "" : ": " + String.join(", ", found));
  }

  private double seconds(String scheme, List<String> sets) {
    return sets.stream().map(s -> bySet.get(s).get(scheme).seconds()).filter(s -> !s.isNaN()).mapToDouble(s -> s).sum();
  }

  /** Of total times: not more than what was really needed, if somebody did not finish. */
  private String atLeast(String scheme, List<String> sets) {
    return sets.stream().allMatch(s -> bySet.get(s).get(scheme).finished()) ? "" : ">";
  }

  private String longest(String scheme, List<String> sets) {
    String slowest = sets.stream().max(Comparator.comparingDouble(s -> longestOrZero(s, scheme))).orElseThrow();
    QualityRow row = bySet.get(slowest).get(scheme);
    return String.format(Locale.ROOT, "%s%.1f (%s)", row.finished() ? "" : ">", row.seconds(), slowest);
  }

  private double longestOrZero(String set, String scheme) {
    double seconds = bySet.get(set).get(scheme).seconds();
    return Double.isNaN(seconds) ? 0 : seconds;
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder();
    describe(s, true, List.of(QualityMeasure.ACCURACY, QualityMeasure.AUC, QualityMeasure.LOG_LOSS,
        QualityMeasure.RMSE));
    describe(s, false, List.of(QualityMeasure.RRSE, QualityMeasure.RAE, QualityMeasure.CORRELATION));
    return s.isEmpty() ? "no rows of " + first : s.toString();
  }

  private void describe(StringBuilder s, boolean nominal, List<QualityMeasure> measures) {
    List<String> sets = sets(nominal);
    if (sets.isEmpty()) {
      return;
    }
    List<String> schemes = schemes(sets);
    s.append(String.format("%n%s, %d sets: mean rank by each measure (1 is best; - where not known everywhere)"
        + "%n%n%-22s", nominal ? "Classes" : "Numbers", sets.size(), ""));
    measures.forEach(m -> s.append(String.format("%12s", m.column)));
    s.append(String.format("%12s%12s  %s%n", "finished", "total s", "longest s"));
    List<Map<String, Double>> ranks = measures.stream().map(m -> meanRanks(sets, m)).toList();
    for (String scheme : schemes) {
      s.append(String.format("%-22s", scheme));
      for (Map<String, Double> r : ranks) {
        s.append(r.containsKey(scheme) ? String.format(Locale.ROOT, "%12.2f", r.get(scheme))
            : String.format("%12s", "-"));
      }
      long finished = sets.stream().filter(d -> bySet.get(d).get(scheme).finished()).count();
      s.append(String.format(Locale.ROOT, "%12d%12s  %s%n", finished,
          atLeast(scheme, sets) + String.format(Locale.ROOT, "%.1f", seconds(scheme, sets)), longest(scheme, sets)));
    }
    s.append(means(sets, schemes, measures));
    s.append(rivals(sets, schemes, measures.get(0)));
  }

  private String means(List<String> sets, List<String> schemes, List<QualityMeasure> measures) {
    List<String> finished = sets.stream()
        .filter(d -> schemes.stream().allMatch(c -> bySet.get(d).get(c).finished())).toList();
    if (finished.isEmpty()) {
      return "";
    }
    StringBuilder s = new StringBuilder();
    s.append(String.format("%nMeans over the %d sets that all finished%n%n%-22s", finished.size(), ""));
    measures.forEach(m -> s.append(String.format("%12s", m.column)));
    s.append('\n');
    for (String scheme : schemes) {
      s.append(String.format("%-22s", scheme));
      for (QualityMeasure m : measures) {
        double mean = finished.stream().mapToDouble(d -> bySet.get(d).get(scheme).value(m)).average().orElseThrow();
        s.append(Double.isNaN(mean) ? String.format("%12s", "-") : String.format(Locale.ROOT, "%12.4f", mean));
      }
      s.append('\n');
    }
    return s.toString();
  }

  private String rivals(List<String> sets, List<String> schemes, QualityMeasure m) {
    StringBuilder s = new StringBuilder();
    s.append(String.format("%n%s against each rival by %s; times on the same sets%n%n%-22s%8s%8s%8s%12s  %s%n", first,
        m.column, "", "better", "equal", "worse", "time ratio",
        "worse by more than one " + (m.nominal ? "point" : "percent of the deviation")));
    for (String rival : schemes) {
      if (!rival.equals(first)) {
        int[] n = against(rival, sets, m);
        s.append(String.format("%-22s%8d%8d%8d%12s  %s%n", rival, n[0], n[1], n[2], timeRatio(rival, sets),
            worseByMoreThanAPoint(rival, sets, m)));
      }
    }
    Set<String> partly = new LinkedHashSet<>();
    sets.forEach(d -> partly.addAll(bySet.get(d).keySet()));
    partly.removeAll(schemes);
    s.append(partly.isEmpty() ? "" : "\nnot ranked, because not run on all these sets: " + partly + "\n");
    return s.toString();
  }

  /** Seconds of the first scheme divided by a rival's; a bound where one did not finish everywhere, ? where both. */
  private String timeRatio(String rival, List<String> sets) {
    boolean own = atLeast(first, sets).isEmpty();
    boolean other = atLeast(rival, sets).isEmpty();
    return !own && !other ? "?"
        : (own ? other ? "" : "<" : ">") + String.format(Locale.ROOT, "%.3f",
            seconds(first, sets) / seconds(rival, sets));
  }
}
