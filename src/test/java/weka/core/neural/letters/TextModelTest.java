package weka.core.neural.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Instances;

class TextModelTest {
  private static final String[] NETWORK = {"--", "-layers", "embedding 8, gru 16", "-epochs", "6", "-rate", "0.02"};

  @TempDir
  private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("t.txt"), text);
  }

  private static String run(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new TextModel().run(null, arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String[] all(Path file, String options) {
    String[] own = ("-t;" + file + ";" + options).split(";");
    String[] all = new String[own.length + NETWORK.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(NETWORK, 0, all, own.length, NETWORK.length);
    return all;
  }

  private static double bits(String printed, String what) {
    String line = printed.lines().filter(l -> l.trim().startsWith(what)).findFirst().orElseThrow();
    return Double.parseDouble(line.trim().substring(what.length()).trim());
  }

  /** What follows an "a" depends on the letter before it, which pairs of letters do not tell. */
  @Test
  void theNetworkSeesFurtherThanAPairOfLetters() throws Exception {
    Path file = file("xab yac \ud83d\ude00".repeat(200));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    String printed;
    try {
      printed = run(all(file, "-window;6;-generate;40;-temperature;0.1;-rows;900"));
    } finally {
      Locale.setDefault(before);
    }
    assertThat(printed).contains("1,800 letters, 7 different ones; learnt from 900 places of the first 1,620");
    assertTrue(bits(printed, "the network") < 0.3 && bits(printed, "pairs of letters") > 0.3, printed);
    assertTrue(bits(printed, "their frequencies") > 2 && bits(printed, "all letters alike") > 2.8, printed);
    assertThat(printed).contains("xab yac \ud83d\ude00xab");
    assertEquals(printed, run(all(file, "-window;6;-generate;40;-temperature;0.1;-rows;900")), "the same seed");
    String[] shorter = all(file, "-window;6;-generate;40;-temperature;0.1;-rows;900");
    shorter = Arrays.copyOf(shorter, shorter.length + 2);
    shorter[shorter.length - 2] = "-longest";
    shorter[shorter.length - 1] = "2";
    assertEquals(printed, run(shorter), "all letters of a window are read");
  }

  /** Three of four letters are an "a"; after a "b" comes an "a", after an "a" in one of three places a "b". */
  @Test
  void whatFrequenciesCostIsTheirEntropy() {
    Letters letters = Letters.of("aaab".repeat(5000), 3);
    Instances test = letters.rows(letters.first(), letters.size(), 2000);
    LetterStatistics statistics = new LetterStatistics(letters);
    assertEquals(2 - 0.75 * Math.log(3) / Math.log(2), statistics.bitsOfLetters(test), 1e-3);
    assertEquals(0.75 * (Math.log(3) / Math.log(2) - 2.0 / 3), statistics.bitsOfPairs(test, letters), 1e-3);
  }

  @Test
  void rowsAreWindowsOfTheText() {
    Letters letters = Letters.of("abcabcabcabcabcabcab?", 2);
    assertThat(letters.alphabet()).containsExactly("a", "b", "c");
    Instances rows = letters.rows(0, letters.first(), 100);
    assertEquals("ab", rows.get(0).stringValue(0));
    assertEquals(2, rows.get(0).classValue());
    assertEquals(16, rows.numInstances());
    assertEquals(4, letters.rows(0, letters.first(), 4).numInstances());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -window;3 | option -t is missing
      -t;nowhere.txt | option -t: cannot read 'nowhere.txt': there is no such file
      -t;FILE | the text has 4 characters that occur at least twice, 2 different ones; expected two or more
      -t;FILE;-temperature;0 | option -temperature: expected a number above 0, got 0.0
      -t;FILE;-window;0 | option -window: expected at least 1 letter, got 0
      -t;FILE;-generate;-1 | option -generate: expected at least 0 letters, got -1
      -t;FILE;-rows;many | many
      -t;FILE;-foo;1 | -foo
      """)
  void aWrongOptionIsTold(String options, String expected) throws Exception {
    String[] arguments = options.replace("FILE", file("aabb").toString()).split(";");
    Exception e = assertThrows(Exception.class, () -> new TextModel().run(null, arguments));
    assertThat(e.getMessage()).contains(expected);
  }

  @Test
  void aFileThatIsNoTextIsTold() throws Exception {
    Path file = Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xc3, 0x28, (byte) 0xff});
    assertThat(assertThrows(Exception.class, () -> new TextModel().run(null, new String[] {"-t", file.toString()})))
        .hasMessageContaining("it is no text in UTF-8");
    assertThat(run("-h")).contains("weka.Run .TextModel -t FILE").doesNotContain("\t");
  }
}
