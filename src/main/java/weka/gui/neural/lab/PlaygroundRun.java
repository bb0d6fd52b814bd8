package weka.gui.neural.lab;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import weka.core.Instances;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.Plane;
import weka.core.neural.playground.PlaneInput;
import weka.core.neural.playground.PlanePoints;
import weka.core.neural.playground.PlaygroundSettings;

/**
 * A training of the Playground with the points that it learns.
 *
 * @param points    with their two coordinates, divided as the rows of the training are
 * @param plane     with the two coordinates
 * @param planeRows the same points with the attributes that the network is given
 */
record PlaygroundRun(LabRun run, LabRows points, Plane plane, Instances planeRows) {
  /** How the names of the threads begin. */
  static final String THREAD = "Playground ";
  /** Points of a side of the plane. */
  private static final int SIZE = 80;
  private static final AtomicInteger COUNT = new AtomicInteger();

  /**
   * Not started yet; it will wait before its first update.
   *
   * @throws IllegalArgumentException in a sentence, if a setting is wrong
   */
  static PlaygroundRun of(PlaygroundData data, Set<PlaneInput> inputs, PlaygroundSettings settings)
      throws Exception {
    PlanePoints points = data.points();
    LabRows divided = LabRows.of(points.points(), data.test(), data.seed());
    LabRows rows = new LabRows(points.table(divided.given(), inputs), points.table(divided.test(), inputs));
    Plane plane = points.plane(SIZE);
    return new PlaygroundRun(new LabRun(settings.network(rows.given().classAttribute()), rows, false,
        THREAD + COUNT.incrementAndGet()), divided, plane, points.table(plane.rows(), inputs));
  }
}
