package weka.core.neural.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weka.core.neural.perceptron.PerceptronExercise.State;

@Timeout(30)
class PerceptronExerciseTest {
  private static final String OR = "0 0 0; 0 1 1; 1 0 1; 1 1 1";
  private static final String XOR = "0 0 0; 0 1 1; 1 0 1; 1 1 0";

  private static PerceptronExercise exercise(String rows, String rate, String... weights) {
    return new PerceptronExercise(PerceptronRow.parse(rows), new BigDecimal(rate),
        new PerceptronWeights(new BigDecimal(weights[0]), new BigDecimal(weights[1]), new BigDecimal(weights[2])));
  }

  /** x1, x2, desired, net, output, error; changes of w1, w2, w0; new w1, w2, w0. */
  private static String line(PerceptronStep s) {
    return s.row() + " | " + text(s.net()) + " " + s.output() + " " + s.error() + " | " + text(s.change())
        + " | " + text(s.weights());
  }

  private static String text(BigDecimal value) {
    return value.toPlainString();
  }

  private static String text(PerceptronWeights w) {
    return text(w.first()) + " " + text(w.second()) + " " + text(w.bias());
  }

  /** Worked with pencil and paper: the weights (0.5, 0.5), the bias 1 and the rate 1. */
  @Test
  void orByHand() {
    PerceptronExercise or = exercise(OR, "1", "1", "0.5", "0.5");
    or.run();
    assertEquals("""
        0 0 0 | 1 1 -1 | 0 0 -1 | 0.5 0.5 0
        0 1 1 | 0.5 1 0 | 0 0 0 | 0.5 0.5 0
        1 0 1 | 0.5 1 0 | 0 0 0 | 0.5 0.5 0
        1 1 1 | 1 1 0 | 0 0 0 | 0.5 0.5 0
        0 0 0 | 0 0 0 | 0 0 0 | 0.5 0.5 0
        0 1 1 | 0.5 1 0 | 0 0 0 | 0.5 0.5 0
        1 0 1 | 0.5 1 0 | 0 0 0 | 0.5 0.5 0
        1 1 1 | 1 1 0 | 0 0 0 | 0.5 0.5 0""",
        or.steps().stream().map(PerceptronExerciseTest::line).collect(Collectors.joining("\n")));
    assertEquals(State.SEPARATED, or.state());
    assertEquals("Done: pass 2 (steps 5 to 8) was without an error. The line separates the classes.", or.verdict());
    assertNull(or.next());
  }

  /** In binary floating point 0.1 + 0.2 is not 0.3; on paper it is. */
  @Test
  void numbersAreExact() {
    PerceptronExercise or = exercise(OR, "0.1", "-0.3", "0.1", "0.2");
    PerceptronStep zero = or.next();
    PerceptronStep second = or.next();
    assertEquals("0 0 0 | -0.3 0 0 | 0 0 0 | 0.1 0.2 -0.3", line(zero));
    assertEquals("0 1 1 | -0.1 0 1 | 0 0.1 0.1 | 0.1 0.3 -0.2", line(second));
    assertEquals("1 0 1 | -0.1 0 1 | 0.1 0 0.1 | 0.2 0.3 -0.1", line(or.next()));
    assertEquals("1 1 1 | 0.4 1 0 | 0 0 0 | 0.2 0.3 -0.1", line(or.next()));
    or.run();
    assertEquals(State.SEPARATED, or.state());
    assertEquals(8, or.steps().size());
  }

  @Test
  void exclusiveOrRepeatsForEver() {
    PerceptronExercise xor = exercise(XOR, "1", "1", "0.5", "0.5");
    xor.run();
    assertEquals(State.REPEATS, xor.state());
    assertThat(xor.verdict()).startsWith("It never ends: after step ").contains("the same steps repeat for ever")
        .endsWith("No straight line separates these classes.");
    PerceptronWeights last = xor.weights();
    assertThat(xor.steps()).filteredOn(s -> s.number() % 4 == 0).extracting(PerceptronStep::weights)
        .filteredOn(last::equals).hasSizeGreaterThanOrEqualTo(1);
    assertThat(xor.steps()).hasSizeLessThan(60);
  }

  @Test
  void whatALineSeparatesIsLearntWhateverTheRateAndTheStart() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = random.nextGaussian();
      String rows = random.doubles(120, -6, 6).boxed().collect(Collectors.collectingAndThen(Collectors.toList(),
          all -> java.util.stream.IntStream.range(0, 60).filter(i -> Math.abs(a * all.get(2 * i)
              + b * all.get(2 * i + 1) + c) > 0.3)
              .mapToObj(i -> String.format(java.util.Locale.ROOT, "%.2f %.2f %d", all.get(2 * i), all.get(2 * i + 1),
                  a * all.get(2 * i) + b * all.get(2 * i + 1) + c > 0 ? 1 : 0))
              .collect(Collectors.joining(";"))));
      PerceptronExercise points = exercise(rows, "0." + (1 + random.nextInt(99)), "1", "-2", "0.25");
      points.run();
      assertEquals(State.SEPARATED, points.state(), "trial " + trial);
      assertThat(points.rows()).allMatch(r -> points.weights().output(r) == r.desired());
    }
  }

  @Test
  void rowsAreReadAndWritten() {
    List<PerceptronRow> rows = PerceptronRow.parse(" 0,0 0;\n-1.50 2e1 1 ;");
    assertEquals("0 0 0; -1.50 20 1", PerceptronRow.print(rows).replace(",", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> PerceptronRow.parse("0 0 0; 0 1"))
        .withMessageStartingWith("row 2 '0 1': expected x1, x2 and the desired output 0 or 1");
    assertThatIllegalArgumentException().isThrownBy(() -> PerceptronRow.parse("0 0 2"));
    assertThatIllegalArgumentException().isThrownBy(() -> PerceptronRow.parse("a 0 1"))
        .withMessage("row 1 'a 0 1': expected a number of at most 20 digits such as 0.5, got 'a'");
    assertThatIllegalArgumentException().isThrownBy(() -> PerceptronRow.parse("1e999999999 0 1"));
    assertThatIllegalArgumentException().isThrownBy(() -> PerceptronRow.parse(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> exercise(OR, "0", "0", "0", "0"));
  }
}
