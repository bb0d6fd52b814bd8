package ruru.nn;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.layers.Add;
import ruru.nn.layers.AvgPool;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Conv1d;
import ruru.nn.layers.Crop;
import ruru.nn.layers.Deconv;
import ruru.nn.layers.Dense;
import ruru.nn.layers.From;
import ruru.nn.layers.GlobalAvgPool;
import ruru.nn.layers.GlobalMaxPool;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Pad;
import ruru.nn.layers.Tanh;
import ruru.nn.layers.Unpool;
import ruru.nn.layers.Upsample;

/** The part of the table of {@link Samples} for layers on maps and series. */
final class ConvSamples {
  private ConvSamples() {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    convolutions(all);
    pools(all);
    resizing(all);
    unpools(all);
    return all;
  }

  private static Conv conv(int filters, String kernel, String stride, String padding, String dilation, int groups) {
    return new Conv(filters, Shape.parse(kernel), Shape.parse(stride), padding, Shape.parse(dilation), groups,
        Initializer.AUTO, groups != 2, true);
  }

  private static Conv1d conv1d(int filters, int kernel, int stride, String padding, int dilation, int groups) {
    return new Conv1d(filters, kernel, stride, padding, dilation, groups, Initializer.AUTO, groups != 2);
  }

  /**
   * Sizes, paddings, strides, dilations and groups; alone, behind another layer, and with an input that is used twice.
   */
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
    winograd(all);
    all.add(Sample.of(Conv.class, "4x5x2", new Tanh(), new Conv(3, 3), new Tanh(), new Conv(2, 3), new Dense(3)));
    all.add(Sample.of(Conv.class, "4x3x3", new NamedLayer(new Tanh(), "a"), new Conv(3, 3), new Add("a")));
    all.add(Sample.of(Conv.class, "4x3x3", new NamedLayer(new Tanh(), "a"), conv(3, "3x3", "1", "same", "1", 3),
        new Add("a")));
    for (Object[] s : new Object[][] {
        {"7x1", conv1d(3, 3, 1, "same", 1, 1)},
        {"9x3", conv1d(2, 4, 2, "valid", 1, 1)},
        {"8x5", conv1d(4, 3, 3, "2", 2, 1)},
        {"6x8", conv1d(5, 2, 1, "same", 1, 1)},
        {"5x6", conv1d(4, 3, 1, "same", 1, 2)},
        {"7x3", conv1d(3, 3, 2, "same", 1, 3)}}) {
      all.add(Sample.of(Conv1d.class, (String) s[0], s[1]));
    }
    all.add(Sample.of(Conv1d.class, "6x3", new NamedLayer(new Tanh(), "a"), new Conv1d(3, 3), new Add("a")));
  }

  /** Large enough for Winograd's transforms: whole tiles, broken ones, tiles that are padding for the most part. */
  private static void winograd(List<Sample> all) {
    List<Sample> own = new ArrayList<>();
    for (Object[] s : new Object[][] {
        {"8x8x8", conv(9, "3x3", "1", "same", "1", 1)},
        {"5x9x9", conv(8, "3x3", "1", "same", "1", 1)},
        {"6x5x8", conv(8, "3x3", "1", "valid", "1", 1)},
        {"3x6x8", conv(10, "3x3", "1", "2x0", "1", 1)},
        {"1x2x8", conv(8, "3x3", "1", "same", "1", 1)}}) {
      own.add(Sample.of(Conv.class, (String) s[0], s[1]));
    }
    own.add(Sample.of(Conv.class, "8x4x8", new NamedLayer(new Tanh(), "a"), new Conv(8, 3), new Tanh(), new Conv(8, 3),
        new Add("a")));
    own.add(Sample.of(Conv.class, "5x6x8", new NamedLayer(new Tanh(), "a"), new Conv(8, 3), new Add("a")));
    own.forEach(s -> all.add(s.without(Sample.Law.ROUNDING, "the transforms multiply rounding errors")));
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
      all.add(Sample.of(MaxPool.class, s[0], new MaxPool(Shape.parse(s[1]), s[2], s[3])));
      all.add(Sample.of(AvgPool.class, s[0], new AvgPool(Shape.parse(s[1]), s[2], s[3])));
    }
    for (Layer layer : List.of(new GlobalAvgPool(), new GlobalMaxPool())) {
      all.add(Sample.of(layer.getClass(), "3x2x4", layer));
      all.add(Sample.of(layer.getClass(), "5x3", layer));
      all.add(Sample.of(layer.getClass(), "2x3x2", new NamedLayer(new Tanh(), "a"), new Dense(2),
          new NamedLayer(new Tanh(), "b"),
          new From("a"), layer, new Add("b")));
    }
    all.add(Sample.of(MaxPool.class, "4x4x2", new NamedLayer(new Tanh(), "a"), new MaxPool(Shape.of(3), "1", "1"),
        new Add("a")));
    all.add(Sample.of(AvgPool.class, "4x4x2", new NamedLayer(new Tanh(), "a"), new AvgPool(Shape.of(3), "1", "1"),
        new Add("a")));
  }

  private static void resizing(List<Sample> all) {
    for (String[] s : new String[][] {
        {"3x4x2", "3", "2", "same"},
        {"2x3x3", "3x2", "2x3", "valid"},
        {"4x3x1", "4x5", "2x1", "1x2"},
        {"3x2x5", "1", "2", "same"},
        {"4x3x3", "3", "1", "valid"},
        {"5x3", "3", "2", "same"},
        {"4x8", "2", "3", "valid"}}) {
      all.add(Sample.of(Deconv.class, s[0], new Deconv(3, Shape.parse(s[1]), Shape.parse(s[2]), s[3], Initializer.AUTO,
          !s[0].startsWith("4"))));
    }
    all.add(Sample.of(Deconv.class, "3x2x3", new NamedLayer(new Tanh(), "a"), new Deconv(3, 3, 1), new Add("a")));
    for (Upsample.Mode mode : Upsample.Mode.values()) {
      for (String[] s : new String[][] {{"2x3x2", "2"}, {"3x2x4", "3x1"}, {"1x4x1", "2x3"}, {"4x3", "3"}}) {
        all.add(Sample.of(Upsample.class, s[0], new Tanh(), new Upsample(Shape.parse(s[1]), mode)));
      }
      all.add(Sample.of(Upsample.class, "3x2x2", new NamedLayer(new Tanh(), "a"), new Upsample(Shape.of(1), mode),
          new Add("a")));
    }
    for (String[] s : new String[][] {{"4x5x2", "1"}, {"4x5x3", "1x2"}, {"6x5x1", "0x3x1x2"}, {"5x3", "2"},
        {"5x2", "0x3"}}) {
      all.add(Sample.of(Pad.class, s[0], new Tanh(), new Pad(s[1])));
      all.add(Sample.of(Crop.class, s[0], new Tanh(), new Crop(s[1])));
    }
    all.add(
        Sample.of(Pad.class, "4x3x2", new NamedLayer(new Tanh(), "a"), new Crop("1x0"), new Pad("1x0"), new Add("a")));
    all.add(
        Sample.of(Crop.class, "4x3x2", new NamedLayer(new Tanh(), "a"), new Pad("1x0"), new Crop("1x0"), new Add("a")));
  }

  private static void unpools(List<Sample> all) {
    for (String[] s : new String[][] {{"4x6x2", "2"}, {"5x6x3", "2x3"}, {"7x2", "3"}}) {
      all.add(Sample.of(Unpool.class, s[0], new NamedLayer(new MaxPool(Shape.parse(s[1]), "window", "valid"), "p"),
          new Tanh(), new Unpool("p")));
    }
    all.add(Sample.of(Unpool.class, "4x4x2", new NamedLayer(new Tanh(), "a"), new NamedLayer(new MaxPool(2), "p"),
        new Conv(2, 1),
        new Unpool("p"), new Add("a")));
    all.add(Sample.of(Unpool.class, "4x4x1", new NamedLayer(new MaxPool(2), "p"), new NamedLayer(new Tanh(), "t"),
        new Unpool("p"),
        new MaxPool(2), new Add("t", "p")));
  }
}
