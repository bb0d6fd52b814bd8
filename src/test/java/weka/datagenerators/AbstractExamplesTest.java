package weka.datagenerators;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ruru.nn.NotEnoughMemoryException;
import weka.core.CheckGOE;
import weka.core.Instances;
import weka.core.Option;
import weka.core.SerializedObject;
import weka.core.Utils;

/** What holds for each of our generators, beside Weka's own tests of generators. */
public abstract class AbstractExamplesTest extends AbstractDataGeneratorTest {

  protected AbstractExamplesTest(String name) {
    super(name);
  }

  /** Every own option with a value that is legal and not the default. */
  protected abstract String changedOptions();

  /** Command lines, each of which must be refused with a message that contains the text after the bar. */
  protected abstract String[] badOptions();

  /** An option without which the data of a generator do not depend on the seed. */
  protected String seeded() {
    return "";
  }

  /** The generated data, for options such as "-n 50 -S 2". */
  protected Instances generate(String options) throws Exception {
    DataGenerator generator = getGenerator();
    generator.setOptions(Utils.splitOptions(options));
    generator.defineDataFormat();
    return generator.generateExamples();
  }

  public void testChecksOfWekaSucceed() {
    m_OptionTester.doTests();
    assertTrue("CheckOptionHandler", m_OptionTester.getSuccess());
    CheckGOE goe = getGOETester();
    goe.doTests();
    assertTrue("CheckGOE", goe.getSuccess());
  }

  public void testOptionsMakeARoundTrip() throws Exception {
    String[] changed = Utils.splitOptions(changedOptions() + " -r other -S 7 -n 13 -d");
    m_Generator.setOptions(changed.clone());
    String[] got = m_Generator.getOptions();
    assertEquals(Arrays.asList(sorted(changed)), Arrays.asList(sorted(got)));
    DataGenerator second = getGenerator();
    second.setOptions(got.clone());
    assertEquals(Arrays.asList(got), Arrays.asList(second.getOptions()));
    second.setOptions(new String[0]);
    assertEquals("absent options are set back", Arrays.asList(getGenerator().getOptions()),
        Arrays.asList(second.getOptions()));
  }

  private static String[] sorted(String[] options) {
    String[] result = options.clone();
    Arrays.sort(result);
    return result;
  }

  public void testEveryOptionIsListed() {
    TreeSet<String> listed = new TreeSet<>();
    for (Option option : Collections.list(m_Generator.listOptions())) {
      assertTrue(option.synopsis(), (option.synopsis() + " ").startsWith("-" + option.name() + " "));
      listed.add("-" + option.name());
    }
    TreeSet<String> expected = new TreeSet<>(List.of("-h", "-o", "-r", "-d", "-S", "-n"));
    Matcher option = Pattern.compile("-[a-z][a-z-]*").matcher(changedOptions());
    while (option.find()) {
      expected.add(option.group());
    }
    assertEquals(expected, listed);
  }

  public void testBadOptionsAreRefusedByName() throws Exception {
    assertRefused("-n 0", "-n");
    assertRefused("-n many", "-n");
    assertRefused("-S 1.5", "-S");
    assertRefused("-S 1 -S 2", "option -S is given twice");
    assertRefused("-r a -r b", "option -r is given twice");
    assertRefused("-d -d", "option -d is given twice");
    assertRefused("-nosie 0.1", "-nosie");
    assertRefused("-r '", "option -r");
    assertRefused("-r -", "option -r");
    assertRefused("-r '-S'", "option -r");
    assertRefused("-r -S 1", "option -r");
    assertRefused("-o -", "option -o");
    assertRefused("-r " + "x".repeat(2000), "option -r");
    for (String bad : badOptions()) {
      String[] parts = bad.split("\\|");
      assertRefused(parts[0], parts[1]);
    }
  }

  public void testAnInterruptStopsIt() throws Exception {
    Thread.currentThread().interrupt();
    try {
      generate("-n 3");
    } catch (InterruptedException e) {
      return;
    } finally {
      Thread.interrupted();
    }
    fail("the interrupt was passed over");
  }

  public void testMoreExamplesThanMemoryAreRefusedInWords() throws Exception {
    try {
      generate("-n 2147483647");
    } catch (NotEnoughMemoryException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("2,147,483,647 examples") && e.getMessage().contains("-n"));
      return;
    }
    fail("there was memory for all of them");
  }

  protected final void assertRefused(String options, String named) throws Exception {
    try {
      getGenerator().setOptions(Utils.splitOptions(options));
    } catch (Exception e) {
      assertTrue(options + ": the message does not name " + named + ": " + e.getMessage(),
          e.getMessage().contains(named));
      return;
    }
    fail(options + " was accepted");
  }

  public void testARefusedCommandLeavesTheOutputFileAlone() throws Exception {
    File file = File.createTempFile("generator", ".arff");
    try {
      Files.writeString(file.toPath(), "kept");
      assertRefused("-o " + file.getPath().replace("\\", "\\\\") + " -nosie 1", "-nosie");
      assertEquals("kept", Files.readString(file.toPath()));
    } finally {
      assertTrue(file.delete());
    }
  }

  public void testTheSeedDecides() throws Exception {
    String first = generate(seeded() + " -n 20 -S 1 -r a").toString();
    assertEquals(first, generate(seeded() + " -n 20 -S 1 -r a").toString());
    assertFalse(first.equals(generate(seeded() + " -n 20 -S 2 -r a").toString()));
  }

  public void testOneByOneOrAllAtOnce() throws Exception {
    m_Generator.setOptions(Utils.splitOptions(seeded() + " -n 21"));
    Instances single = new Instances(m_Generator.defineDataFormat());
    for (int i = 0; i < m_Generator.getNumExamplesAct(); i++) {
      single.add(m_Generator.generateExample());
    }
    assertEquals(21, single.numInstances());
    assertTrue(m_Generator.getSingleModeFlag());
    assertEquals(single.toString(), m_Generator.generateExamples().toString());
    assertEquals("a second time", single.toString(), m_Generator.generateExamples().toString());
  }

  public void testWithoutFormatBothModesSayWhatToDo() throws Exception {
    for (boolean single : new boolean[] {true, false}) {
      try {
        if (single) {
          m_Generator.generateExample();
        } else {
          m_Generator.generateExamples();
        }
      } catch (IllegalStateException e) {
        assertTrue(e.getMessage(), e.getMessage().contains("defineDataFormat"));
        continue;
      }
      fail("generated without a format");
    }
  }

  public void testRelationNameTellsTheOptionsUnlessGiven() throws Exception {
    assertEquals("mine", generate("-r mine").relationName());
    String name = generate(seeded() + " -S 5").relationName();
    assertTrue(name, name.startsWith(m_Generator.getClass().getName()));
    assertTrue(name, name.contains("-S_5") && name.contains(seeded().replace(' ', '_')));
  }

  public void testOutputIsAnArffFileWithItsCommand() throws Exception {
    DataGenerator.makeData(m_Generator, Utils.splitOptions(changedOptions() + " -n 9 -r written"));
    String arff = m_Output.toString();
    Instances read = new Instances(new StringReader(arff));
    assertEquals("written", read.relationName());
    assertEquals(9, read.numInstances());
    String command = arff.lines().findFirst().orElseThrow();
    String start = "% java -cp weka.jar weka.Run ." + m_Generator.getClass().getSimpleName() + " ";
    assertTrue(command, command.startsWith(start));

    DataGenerator again = getGenerator();
    StringWriter second = new StringWriter();
    again.setOutput(new PrintWriter(second));
    DataGenerator.makeData(again, Utils.splitOptions(command.substring(start.length())));
    assertEquals(arff, second.toString());
  }

  /** The Explorer's panel puts prologue, data and epilogue one after the other, without line breaks of its own. */
  public void testPrologueEndsItsLine() throws Exception {
    m_Generator.defineDataFormat();
    String text = m_Generator.getPrologue() + m_Generator.generateExamples() + m_Generator.getEpilogue();
    assertEquals(m_Generator.getNumExamplesAct(), new Instances(new StringReader(text)).numInstances());
  }

  public void testACopyGeneratesTheSame() throws Exception {
    m_Generator.setOptions(Utils.splitOptions(changedOptions() + " -n 8"));
    DataGenerator copy = (DataGenerator) new SerializedObject(m_Generator).getObject();
    m_Generator.defineDataFormat();
    copy.defineDataFormat();
    assertEquals(m_Generator.generateExamples().toString(), copy.generateExamples().toString());
  }
}
