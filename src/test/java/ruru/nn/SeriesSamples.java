package ruru.nn;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.initializers.Orthogonal;
import ruru.nn.layers.Add;
import ruru.nn.layers.Attention;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Embedding;
import ruru.nn.layers.Gru;
import ruru.nn.layers.Last;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.Lstm;
import ruru.nn.layers.Positions;
import ruru.nn.layers.Rnn;
import ruru.nn.layers.Tanh;
import ruru.nn.ops.recurrent.Direction;
import ruru.nn.ops.recurrent.States;

/** The part of the table of {@link Samples} for layers on series that look at more than a window. */
final class SeriesSamples {
  private interface Kind {
    Layer of(int units, Direction direction, States output);
  }

  private SeriesSamples() {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    add(all, Rnn.class, (units, direction, output) -> new Rnn(units, Rnn.Function.TANH, direction, output));
    add(all, Lstm.class, Lstm::new);
    add(all, Gru.class, Gru::new);
    for (Direction direction : Direction.values()) {
      all.add(Sample.of(Rnn.class, "2x5", new Rnn(2, Rnn.Function.RELU, direction, States.ALL)));
    }
    all.add(Sample.of(Lstm.class, "4x3",
        new Lstm(3, Direction.FORWARD, States.LAST, new Orthogonal(), Initializer.AUTO)));
    attention(all);
    embedding(all);
    all.add(Sample.of(Last.class, "5x3", new Last()));
    all.add(Sample.of(Last.class, "1x2", new Tanh(), new Last()));
    all.add(Sample.of(Last.class, "4x2", new NamedLayer(new Tanh(), "a"), new Last(), new Dense(2)));
    return all;
  }

  /** The numbers of {@link NetworkRig#rows} are rounded to 0 and 1, which are words, and -1, which is none. */
  private static void embedding(List<Sample> all) {
    all.add(Sample.of(Embedding.class, "5x1", new Embedding(3, 2))
        .without(Sample.Law.USED, "the number of a word has no gradient"));
    all.add(Sample.of(Embedding.class, "6x3", new Embedding(4, new Orthogonal(), "2")));
    all.add(Sample.of(Embedding.class, "4x2", new Embedding(3, 2), new Tanh(), new Dense(2)));
    all.add(Sample.of(Embedding.class, "4x3", new NamedLayer(new Tanh(), "a"), new Embedding(1, 2), new Add("a")));
  }

  private static void attention(List<Sample> all) {
    all.add(Sample.of(Attention.class, "5x3", new Attention(1)));
    all.add(Sample.of(Attention.class, "4x6", new Attention(2)));
    all.add(Sample.of(Attention.class, "3x4", new Attention(4, new Orthogonal())));
    all.add(Sample.of(Attention.class, "1x2", new Attention(1))
        .without(Sample.Law.USED, "a query does not matter where there is one key"));
    all.add(Sample.of(Attention.class, "4x4", new NamedLayer(new Tanh(), "a"), new Attention(2), new Add("a"),
        new Dense(3)));
    all.add(Sample.of(Positions.class, "4x3", new Positions()));
    all.add(Sample.of(Positions.class, "3x4", new LayerNorm(), new Positions()));
    all.add(Sample.of(Positions.class, "5x2", new Tanh(), new Positions(), new Dense(2)));
    all.add(Sample.of(Positions.class, "3x4", new NamedLayer(new Tanh(), "a"), new Positions(), new Add("a")));
  }

  /** One step and several, one channel; stacked; with an input that somebody else reads too. */
  private static void add(List<Sample> all, Class<? extends Layer> type, Kind kind) {
    for (Direction direction : Direction.values()) {
      for (States output : States.values()) {
        all.add(Sample.of(type, "5x3", kind.of(4, direction, output)));
      }
      all.add(Sample.of(type, "1x2", kind.of(3, direction, States.LAST))
          .without(Sample.Law.USED, "the state before the only step is zeros"));
      all.add(Sample.of(type, "6x1", kind.of(2, direction, States.ALL)));
    }
    all.add(Sample.of(type, "4x2", kind.of(3, Direction.BOTH, States.ALL), new Tanh(),
        kind.of(2, Direction.FORWARD, States.LAST), new Dense(3))
        .without(Sample.Law.ROUNDING, "the gradient of what is many steps away is small beside the others"));
    all.add(Sample.of(type, "3x4", new NamedLayer(new Tanh(), "a"), kind.of(4, Direction.FORWARD, States.ALL),
        new Add("a")));
    all.add(Sample.of(type, "3x4", new NamedLayer(new Tanh(), "a"), kind.of(2, Direction.BOTH, States.ALL),
        new Add("a")));
  }
}
