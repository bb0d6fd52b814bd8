package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import weka.core.neural.curves.Trials;
import weka.core.neural.lab.LabRun;
import weka.core.neural.watch.TrainingHub;
import weka.core.neural.watch.WatchedTraining;

/** The trainings whose curves are drawn, the latest ones of those that were published. */
final class ShownTrainings {
  private static final int MOST = 30;

  private final List<ShownTraining> trainings = new ArrayList<>();
  /** Those that were there before, or were cleared. */
  private final Set<WatchedTraining> known = Collections.newSetFromMap(new WeakHashMap<>());
  private final Map<String, Integer> colours = new HashMap<>();
  private int runs;
  private int others;
  private @Nullable LabRun expected;

  /** A run of the lab that will be published. */
  void expect(LabRun run) {
    expected = run;
  }

  void clear() {
    trainings.clear();
  }

  /** Takes up what was published since the last call. */
  void update(@Nullable LabRun run) {
    for (WatchedTraining t : TrainingHub.trainings()) {
      if (known.contains(t)) {
        continue;
      }
      boolean own = run != null && run == expected && run.training() == t;
      if (!own && run != null && t.thread().equals(LabRun.THREAD)) {
        // It belongs to a run that does not know it yet.
        continue;
      }
      known.add(t);
      if (t.thread().equals(Trials.THREAD) || t.thread().startsWith(PlaygroundRun.THREAD)) {
        // One of many, whose scores are a point of other curves; or it has a room of its own.
        continue;
      }
      String group = own ? "lab " + ++runs : t.scheme() + " " + t.options();
      int colour = colours.computeIfAbsent(group, g -> colours.size());
      String name = own ? "run " + runs : t.scheme() + " " + ++others;
      trainings.add(new ShownTraining(name, colour, t, own ? run : null));
    }
    while (trainings.size() > MOST) {
      trainings.remove(0);
    }
  }

  /** In the order in which they began. */
  List<ShownTraining> all() {
    return trainings;
  }

  /** The latest; null if there is none. */
  @Nullable
  ShownTraining last() {
    return trainings.isEmpty() ? null : trainings.get(trainings.size() - 1);
  }

  /** Changes whenever one of them does. */
  long version() {
    long sum = 1000L * trainings.size();
    for (ShownTraining t : trainings) {
      sum += t.version();
    }
    return sum;
  }
}
