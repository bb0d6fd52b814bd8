package weka.core.neural.run;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import weka.gui.Logger;

/**
 * A row in the status table of the Knowledge Flow: {@code name$key|parameters|message}. A row's clock runs until the
 * message begins with "Finished". The training step has a row too, whose key Weka does not expose: this row is in
 * addition to it. A step may train several schemes at once, such as the folds of a cross-validation: they share the
 * row, which shows the one that began first.
 */
final class StatusRow {
  /** The place of a row. */
  private record Place(Logger log, String prefix) {}

  private static final Map<Place, ArrayDeque<StatusRow>> IN_PROGRESS = new HashMap<>();

  private final Place place;
  private boolean shown;

  private StatusRow(Place place) {
    this.place = place;
  }

  /**
   * A training begins.
   *
   * @param options the scheme's options; trainings with the same options share a row
   */
  static StatusRow begin(Logger log, String scheme, String options) {
    StatusRow row = new StatusRow(
        new Place(log, scheme + " (training)$" + options.hashCode() + "|" + options.replace('|', '/') + "|"));
    synchronized (IN_PROGRESS) {
      IN_PROGRESS.computeIfAbsent(row.place, p -> new ArrayDeque<>()).add(row);
    }
    return row;
  }

  /** Shows progress. */
  void tell(String message) {
    synchronized (IN_PROGRESS) {
      if (trainings().peek() == this) {
        shown = true;
        place.log.statusMessage(place.prefix + message);
      }
    }
  }

  /** Ends a training; the clock stops if no other training is running. */
  void end() {
    synchronized (IN_PROGRESS) {
      ArrayDeque<StatusRow> all = trainings();
      all.remove(this);
      if (!all.isEmpty()) {
        all.peek().shown |= shown;
        return;
      }
      IN_PROGRESS.remove(place);
      if (shown) {
        place.log.statusMessage(place.prefix + "Finished.");
      }
    }
  }

  private ArrayDeque<StatusRow> trainings() {
    return Objects.requireNonNull(IN_PROGRESS.get(place), "the training has ended");
  }
}
