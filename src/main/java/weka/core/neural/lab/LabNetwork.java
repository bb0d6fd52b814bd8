package weka.core.neural.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ruru.nn.Loss;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * What belongs to the network of an experiment beside its weights.
 *
 * @param inputs  one text for each input: how it is computed from the attributes
 * @param outputs one text for each output
 * @param loss    that is minimised
 * @param rows    some or all of those that are trained on
 * @param data    the same rows as the network sees them, of weight 1 each
 */
public record LabNetwork(List<String> inputs, List<String> outputs, Loss loss, Instances rows, Dataset data) {
  /**
   * Names of a network's outputs.
   *
   * @param count  of the outputs; a class of two values may have one, which is that of the second
   * @param others the names of the last outputs, which are of targets beside the class
   */
  public static List<String> outputs(Attribute target, int count, List<String> others) {
    int own = count - others.size();
    return Stream.concat(ofClass(target, own).stream(), others.stream()).toList();
  }

  private static List<String> ofClass(Attribute target, int count) {
    if (!target.isNominal()) {
      return List.of(target.name());
    }
    if (count == 1 && target.numValues() == 2) {
      return List.of(target.name() + " = " + target.value(1));
    }
    return IntStream.range(0, count)
        .mapToObj(i -> target.name() + " = " + (i < target.numValues() ? target.value(i) : "?")).toList();
  }

  /** The attributes of a row as text, the class last: "a 0, b 1; class 1". */
  public String row(int index) {
    return IntStream.range(0, rows.numAttributes()).filter(a -> a != rows.classIndex())
        .mapToObj(a -> rows.attribute(a).name() + ' ' + rows.get(index).toString(a)).collect(Collectors.joining(", "))
        + "; " + rows.classAttribute().name() + ' ' + rows.get(index).toString(rows.classIndex());
  }
}
