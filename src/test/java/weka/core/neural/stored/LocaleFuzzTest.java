package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;
import weka.core.OptionHandler;
import weka.core.Utils;

/** A scheme learns, says and stores the same in every language, whatever its digits, signs, letters and calendar. */
class LocaleFuzzTest {
  private static final List<Locale> HANDFUL = Stream.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "sv-SE",
      "th-TH-u-nu-thai-ca-buddhist", "ja-JP-u-ca-japanese").map(Locale::forLanguageTag).toList();

  private final Locale before = Locale.getDefault();

  private record Told(Object scheme, byte[] stored, String text, double[][] answers, String options) {
    static Told of(SampleModel sample) throws Exception {
      Object scheme = sample.trained(3);
      return new Told(scheme, SampleModel.bytes(scheme), said(scheme), sample.answers(scheme), optionsOf(scheme));
    }
  }

  @AfterEach
  void setBack() {
    Locale.setDefault(before);
  }

  @Test
  void everyLanguageGivesTheSame() throws Exception {
    Map<SampleModel, Told> expected = new EnumMap<>(SampleModel.class);
    for (SampleModel sample : SampleModel.values()) {
      expected.put(sample, in(Locale.ROOT, () -> Told.of(sample)));
    }
    List<Locale> all = new ArrayList<>(HANDFUL);
    all.addAll(Arrays.asList(Locale.getAvailableLocales()));
    Fuzz.each("languages", HANDFUL, all, locale -> {
      for (SampleModel sample : SampleModel.values()) {
        in(locale, () -> {
          requireSame(sample, expected.get(sample), Told.of(sample));
          return true;
        });
      }
    });
  }

  private static void requireSame(SampleModel sample, Told root, Told here) throws Exception {
    assertEquals(root.text, here.text);
    assertArrayEquals(root.answers, here.answers);
    assertEquals(root.options, here.options);
    assertArrayEquals(root.stored, SampleModel.bytes(root.scheme), "stored here");
    Object copy = SampleModel.read(root.stored);
    assertEquals(root.text, said(copy), "read here");
    assertArrayEquals(root.answers, sample.answers(copy), "read here");
    OptionHandler again = (OptionHandler) here.scheme.getClass().getDeclaredConstructor().newInstance();
    again.setOptions(Utils.splitOptions(root.options));
    assertEquals(root.options, optionsOf(again));
  }

  /** Without how long it took. */
  private static String said(Object scheme) {
    return scheme.toString().replaceAll("[0-9.]+ s;", "some s;");
  }

  private static String optionsOf(Object scheme) {
    return Utils.joinOptions(((OptionHandler) scheme).getOptions());
  }

  /** In a thread of its own, since Weka keeps number formats for each. */
  private static <T> T in(Locale locale, Callable<T> work) throws Exception {
    Locale.setDefault(locale);
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task, locale.toString()).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new AssertionError(locale.toLanguageTag(), e.getCause());
    }
  }
}
