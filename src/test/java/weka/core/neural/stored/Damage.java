package weka.core.neural.stored;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of a model that is damaged bit by bit. */
final class Damage {
  private final SampleModel sample;
  private final byte[] model;
  private final double[][] answers;
  /** How often each end came. */
  final Map<String, Integer> ends = new TreeMap<>();
  /** Damages that were not noticed, although predictions changed or could no longer be made. */
  int silent;

  Damage(SampleModel sample, int width) throws Exception {
    this.sample = sample;
    Object trained = sample.trained(width);
    model = SampleModel.bytes(trained);
    answers = sample.answers(trained);
  }

  int bits() {
    return 8 * model.length;
  }

  void flip(int bit) {
    byte[] damaged = model.clone();
    damaged[bit / 8] ^= (byte) (1 << bit % 8);
    look(damaged);
  }

  void cut(int length) {
    look(Arrays.copyOf(model, length));
  }

  private void look(byte[] damaged) {
    String end;
    try {
      Object scheme = SampleModel.read(damaged);
      end = AllowedClasses.isScheme(scheme.getClass()) ? predicted(scheme)
          : "loads as " + scheme.getClass().getSimpleName();
    } catch (Exception | LinkageError e) {
      end = e.getClass().getSimpleName() + (e.getMessage() == null ? " without a message" : "");
    }
    ends.merge(end, 1, Integer::sum);
  }

  private String predicted(Object scheme) {
    try {
      if (Arrays.deepEquals(answers, sample.answers(scheme))) {
        return "loads and predicts the same";
      }
      silent++;
      return "loads and predicts otherwise";
    } catch (Exception e) {
      silent++;
      return "loads and throws " + e.getClass().getSimpleName();
    }
  }

  /** Flips each bit of a model of about 30 kB of every scheme, and cuts each off at every length. */
  public static void main(String[] args) throws Exception {
    for (SampleModel sample : SampleModel.values()) {
      Damage flips = new Damage(sample, 200);
      for (int bit = 0; bit < flips.bits(); bit++) {
        flips.flip(bit);
      }
      Damage cuts = new Damage(sample, 200);
      for (int length = 0; length < cuts.model.length; length++) {
        cuts.cut(length);
      }
      System.out.println(sample + ": " + flips.bits() + " flipped bits, " + flips.silent + " silent " + flips.ends
          + "; " + cuts.model.length + " cuts, " + cuts.silent + " silent " + cuts.ends);
    }
  }
}
