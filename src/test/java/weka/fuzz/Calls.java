package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ruru.fuzz.Refusal;
import weka.core.OptionHandler;
import weka.core.SerializedObject;
import weka.core.Utils;

/** The calls that can be made of a scheme, by names for the report. */
final class Calls<T extends OptionHandler> {
  /** What Weka's filters say, by a NullPointerException. */
  private static final List<String> WITHOUT_FORMAT =
      List.of("No input instance format defined", "No output instance format defined", "No output format defined.");

  interface Call<T> {
    void on(T scheme) throws Exception;
  }

  private final List<String> names = new ArrayList<>();
  private final List<Call<T>> all = new ArrayList<>();

  Calls<T> with(String name, Call<T> call) {
    names.add(name);
    all.add(call);
    return this;
  }

  /** Makes some of them, of a scheme or copies of it. */
  T some(T first, Random random) throws Exception {
    T scheme = first;
    List<String> made = new ArrayList<>(List.of(Utils.toCommandLine(first)));
    for (int n = random.nextInt(12); n >= 0; n--) {
      int chosen = random.nextInt(all.size());
      made.add(names.get(chosen));
      try {
        if (random.nextInt(8) == 0) {
          made.add(made.size() - 1, "copy");
          scheme = copied(scheme);
        }
        all.get(chosen).on(scheme);
        assertFalse(scheme.toString().isEmpty());
      } catch (Exception | Error e) {
        require(e, made);
      }
    }
    return scheme;
  }

  private static void require(Throwable e, List<String> made) {
    if (WITHOUT_FORMAT.contains(String.valueOf(e.getMessage()))) {
      return;
    }
    try {
      Refusal.require(e);
    } catch (AssertionError fault) {
      throw new AssertionError(String.join("\n  ", made), fault);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T copied(T scheme) throws Exception {
    return (T) new SerializedObject(scheme).getObject();
  }
}
