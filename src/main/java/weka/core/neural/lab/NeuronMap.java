package weka.core.neural.lab;

import java.util.ArrayList;
import java.util.List;
import weka.core.neural.lab.NeuronGraph.Column;

/**
 * The output of one neuron over a plane.
 *
 * @param values one for each point, in the plane's order
 * @param low    the smallest
 * @param high   the largest
 */
public record NeuronMap(float[] values, float low, float high) {
  /** The maps of all neurons of a graph, by column and neuron, as the surface was last computed. */
  public static List<List<NeuronMap>> of(Surface surface, NeuronGraph graph) {
    List<List<NeuronMap>> maps = new ArrayList<>();
    for (Column column : graph.columns()) {
      List<NeuronMap> units = new ArrayList<>();
      for (int u = 0; u < column.units(); u++) {
        units.add(of(surface, column.last(), u));
      }
      maps.add(units);
    }
    return maps;
  }

  private static NeuronMap of(Surface surface, int node, int unit) {
    float[] values = new float[surface.points()];
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      values[i] = surface.output(node, unit, i);
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return new NeuronMap(values, low, high);
  }

  /** The largest distance from 0, by which the colours are scaled; 0 for a neuron that is 0 everywhere. */
  public float largest() {
    return Math.max(Math.abs(low), Math.abs(high));
  }
}
