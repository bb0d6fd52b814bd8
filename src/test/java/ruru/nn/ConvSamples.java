package ruru.nn;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.layers.Add;
import ruru.nn.layers.Avgpool;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Conv1d;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Globalavgpool;
import ruru.nn.layers.Globalmaxpool;
import ruru.nn.layers.Maxpool;
import ruru.nn.layers.Tanh;

/** The part of the table of {@link Samples} for layers on maps and series. */
final class ConvSamples {
  private ConvSamples() {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    convolutions(all);
    pools(all);
    return all;
  }

  private static Conv conv(int filters, String kernel, String stride, String padding, String dilation, int groups) {
    return new Conv(filters, Shape.parse(kernel), Shape.parse(stride), padding, Shape.parse(dilation), groups,
        Initializer.AUTO, groups != 2);
  }

  private static Conv1d conv1d(int filters, int kernel, int stride, String padding, int dilation, int groups) {
    return new Conv1d(filters, kernel, stride, padding, dilation, groups, Initializer.AUTO, groups != 2);
  }

  /** Sizes, paddings, strides, dilations and groups; alone, behind another layer, and with an input that is used twice. */
  private static void convolutions(List<Sample> all) {
    for (Object[] s : new Object[][] {
        {"5x4x1", conv(2, "3x3", "1", "same", "1", 1)},
        {"4x5x3", conv(4, "3x2", "1", "valid", "1", 1)},
        {"5x6x3", conv(2, "3x3", "2", "same", "1", 1)},
        {"5x4x3", conv(5, "5x3", "1x2", "2x1", "1", 1)},
        {"6x5x1", conv(3, "4x4", "3x2", "0x3", "1", 1)},
        {"6x7x2", conv(3, "3x2", "1", "valid", "2x3", 1)},
        {"3x4x5", conv(2, "1x1", "1", "same", "1", 1)},
        {"4x3x5", conv(3, "1x1", "2", "same", "1", 1)},
        {"3x3x8", conv(5, "3x3", "1", "same", "1", 1)},
        {"4x3x32", conv(3, "2x2", "1", "valid", "1", 1)},
        {"4x3x4", conv(6, "3x3", "1", "same", "1", 2)},
        {"4x5x6", conv(3, "3x2", "2x1", "1", "1", 3)},
        {"4x3x3", conv(3, "3x3", "1", "same", "1", 3)},
        {"5x6x2", conv(2, "3x3", "2", "1x0", "1x2", 2)},
        {"3x4x2", conv(6, "2x3", "1", "valid", "1", 2)}}) {
      all.add(Sample.of(Conv.class, (String) s[0], s[1]));
    }
    all.add(Sample.of(Conv.class, "4x5x2", new Tanh(), new Conv(3, 3), new Tanh(), new Conv(2, 3), new Dense(3)));
    all.add(Sample.of(Conv.class, "4x3x3", new Step(new Tanh(), "a"), new Conv(3, 3), new Add("a")));
    all.add(Sample.of(Conv.class, "4x3x3", new Step(new Tanh(), "a"), conv(3, "3x3", "1", "same", "1", 3), new Add("a")));
    for (Object[] s : new Object[][] {
        {"7x1", conv1d(3, 3, 1, "same", 1, 1)},
        {"9x3", conv1d(2, 4, 2, "valid", 1, 1)},
        {"8x5", conv1d(4, 3, 3, "2", 2, 1)},
        {"6x8", conv1d(5, 2, 1, "same", 1, 1)},
        {"5x6", conv1d(4, 3, 1, "same", 1, 2)},
        {"7x3", conv1d(3, 3, 2, "same", 1, 3)}}) {
      all.add(Sample.of(Conv1d.class, (String) s[0], s[1]));
    }
    all.add(Sample.of(Conv1d.class, "6x3", new Step(new Tanh(), "a"), new Conv1d(3, 3), new Add("a")));
  }

  private static void pools(List<Sample> all) {
    for (String[] s : new String[][] {
        {"4x6x3", "2", "window", "valid"},
        {"5x5x2", "2x3", "window", "valid"},
        {"5x4x3", "3", "2", "valid"},
        {"5x4x2", "3x2", "1", "1x1"},
        {"3x5x1", "2", "window", "same"},
        {"5x5x1", "3", "2x1", "same"},
        {"4x4x2", "1", "3", "same"},
        {"7x3", "2", "window", "valid"},
        {"6x2", "3", "2", "1"}}) {
      all.add(Sample.of(Maxpool.class, s[0], new Maxpool(Shape.parse(s[1]), s[2], s[3])));
      all.add(Sample.of(Avgpool.class, s[0], new Avgpool(Shape.parse(s[1]), s[2], s[3])));
    }
    for (Layer layer : List.of(new Globalavgpool(), new Globalmaxpool())) {
      all.add(Sample.of(layer.getClass(), "3x2x4", layer));
      all.add(Sample.of(layer.getClass(), "5x3", layer));
      all.add(Sample.of(layer.getClass(), "2x3x2", new Step(new Tanh(), "a"), new Dense(2), new Step(new Tanh(), "b"),
          new ruru.nn.layers.From("a"), layer, new Add("b")));
    }
    all.add(Sample.of(Maxpool.class, "4x4x2", new Step(new Tanh(), "a"), new Maxpool(Shape.of(3), "1", "1"),
        new Add("a")));
    all.add(Sample.of(Avgpool.class, "4x4x2", new Step(new Tanh(), "a"), new Avgpool(Shape.of(3), "1", "1"),
        new Add("a")));
  }
}
