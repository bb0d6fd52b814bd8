package weka.core.neural.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.core.neural.Samples.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Attribute;
import weka.core.Instances;

class TargetListTest {
  private static Instances data(String relation, int target) {
    List<String> values = List.of("no", "yes");
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("a"), new Attribute("2", values),
        new Attribute("red, green"), new Attribute("it's"), new Attribute("text", (List<String>) null),
        new Attribute("when", "yyyy"), new Attribute("empty", List.of()), new Attribute("say \"x\""),
        new Attribute("class")));
    Instances made = new Instances(relation, attributes, 0);
    made.setClassIndex(target);
    return made;
  }

  /** Names before numbers; a list in any order, of which some may be named twice; the class may be among them. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "a|0", "1|0", " a , 4 |0 3", "2|1", "first|0", "1-3|0 1 2", "first - 2,4|0 1 3", "8-last|7", "4,a,4,first|0 3",
      "'red, green',a|0 2", "\"red, green\"|2", "it's|3", "'it\\'s'|3", "say \"x\"|7", "\"say \\\"x\\\"\"|7", "when|5"})
  void whatIsNamed(String typed, String indices) {
    assertArrayEquals(Stream.of(indices.split(" ")).mapToInt(Integer::parseInt).toArray(),
        TargetList.parse(typed).indices(data("r", 8)), typed);
  }

  @Test
  void theClassIsLeftOut() {
    assertArrayEquals(new int[] {0, 2}, TargetList.parse("1-3").indices(data("r", 1)));
    message(() -> TargetList.parse("a,1").indices(data("r", 0)), "the class alone", "'a'", "none");
  }

  @Test
  void wrongListsAreRefusedWhereTheyAreTyped() {
    message(() -> TargetList.parse("a,,b"), "entry 2", "empty");
    message(() -> TargetList.parse(""), "empty");
    message(() -> TargetList.parse("a,"), "entry 2");
    message(() -> TargetList.parse("''"), "entry 1");
    message(() -> TargetList.parse("'a"), "not closed");
    message(() -> TargetList.parse("'a' b"), "after the quoted name 'a'");
  }

  @Test
  void whatIsNotThereIsNamed() {
    message(() -> TargetList.parse("nobody").indices(data("r", 0)), "no attribute 'nobody'", "'a', '2'", "3 more");
    message(() -> TargetList.parse("whem").indices(data("r", 0)), "did you mean 'when'?");
    message(() -> TargetList.parse("10").indices(data("r", 0)), "from 1 to 9", "'10'");
    message(() -> TargetList.parse("0").indices(data("r", 0)), "from 1 to 9");
    message(() -> TargetList.parse("4-3").indices(data("r", 0)), "lower one first");
    message(() -> TargetList.parse("'1'").indices(data("r", 1)), "no attribute '1'");
    message(() -> TargetList.parse("99999999999").indices(data("r", 0)), "no attribute");
    message(() -> TargetList.parse("text").indices(data("r", 0)), "'text' is a text");
    message(() -> TargetList.parse("empty").indices(data("r", 0)), "'empty'", "without any value");
  }

  /** Nine attributes, of which the fifth is a number and all others are labels. */
  private static Instances labels(String relation, int target) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    IntStream.range(0, 9).forEach(i -> attributes
        .add(i == 4 ? new Attribute("number") : new Attribute("l" + i, List.of("0", "1"))));
    Instances made = new Instances(relation, attributes, 0);
    made.setClassIndex(target);
    return made;
  }

  @Test
  void labelsOfMekaAreTheFirstOrTheLast() {
    assertArrayEquals(new int[] {1, 2}, TargetList.parse("meka").indices(labels("music: -C 3", 0)));
    assertArrayEquals(new int[] {1, 2, 3},
        TargetList.parse("MEKA").indices(labels("My-Music: -split-percentage 50 -C 4 -x", 0)));
    assertArrayEquals(new int[] {7}, TargetList.parse("meka").indices(labels("music: -C -2", 8)));
    message(() -> TargetList.parse("meka").indices(labels("music-C 3", 0)), "'music: -C 6'", "'music-C 3'");
    message(() -> TargetList.parse("meka").indices(labels("music: -C 10", 0)), "of 9 attributes");
    message(() -> TargetList.parse("meka").indices(labels("music: -C 3", 5)), "one of the labels as the class",
        "attributes 1 to 3", "-c 1");
  }

  @Test
  void aLabelThatAFilterTookAwayIsMissed() {
    Instances rows = labels("music: -C 3-weka.filters.unsupervised.attribute.Remove-R2", 0);
    rows.deleteAttributeAt(1);
    message(() -> TargetList.parse("meka").indices(rows), "weka.filters.unsupervised.attribute.Remove",
        "name the targets instead");
    rows.setRelationName("music: -C 4");
    message(() -> TargetList.parse("meka").indices(rows), "attribute 4, 'number'", "still counts them");
    Instances same = labels("music: -C 3-weka.filters.unsupervised.instance.Resample-S1-Z50.0"
        + "-weka.filters.unsupervised.attribute.Standardize-weka.filters.MultiFilter-F"
        + "weka.filters.supervised.instance.SpreadSubsample -M 1.0", 0);
    assertArrayEquals(new int[] {1, 2}, TargetList.parse("meka").indices(same));
  }

  @Test
  void labelsOfMekaHaveTheValues0And1() {
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("l", List.of("0", "1")),
        new Attribute("colour", List.of("red", "green")), new Attribute("a")));
    Instances made = new Instances("music: -C 2", attributes, 0);
    made.setClassIndex(0);
    message(() -> TargetList.parse("meka").indices(made), "values 0 and 1", "attribute 2, 'colour'");
  }

  @Test
  void namesAreWrittenAsTheyAreRead() {
    Instances data = data("r", 8);
    for (int i : new int[] {0, 1, 2, 3, 7}) {
      String text = TargetList.quoted(data.attribute(i).name());
      assertArrayEquals(new int[] {i}, TargetList.parse(text).indices(data), text);
    }
    assertEquals("a", TargetList.quoted("a"));
    assertEquals("'red, green'", TargetList.quoted("red, green"));
    assertEquals("'meka'", TargetList.quoted("meka"));
  }

  @Test
  void aLongListIsRead() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    IntStream.range(0, 5000).forEach(i -> attributes.add(new Attribute("a" + i)));
    Instances wide = new Instances("wide", attributes, 0);
    wide.setClassIndex(4999);
    String all = IntStream.range(0, 5000).mapToObj(i -> "a" + i).collect(Collectors.joining(","));
    assertEquals(4999, TargetList.parse(all).indices(wide).length);
  }
}
