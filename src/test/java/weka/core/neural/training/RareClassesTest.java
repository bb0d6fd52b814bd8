package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.neural.Samples;

class RareClassesTest {
  private static RareClasses of(int p, int q, int r) throws IOException {
    Instances data = Samples.arff(Stream.of(Stream.of("@attribute a numeric", "@attribute class {p,q,r}", "@data"),
        Collections.nCopies(p, "1,p").stream(), Collections.nCopies(q, "2,q").stream(),
        Collections.nCopies(r, "3,r").stream()).flatMap(s -> s).toArray(String[]::new));
    return RareClasses.of(data);
  }

  @Test
  void aClassIsRareWithFewerThan100RowsAndAFifthOfTheMostFrequent() throws IOException {
    assertTrue(of(1509, 45, 0).any());
    assertTrue(of(500, 99, 500).any());
    assertFalse(of(501, 100, 500).any(), "enough to be held out");
    assertTrue(of(51, 10, 0).any());
    assertFalse(of(50, 10, 50).any(), "few, but not beside the others");
    assertFalse(of(10, 10, 0).any(), "a class without rows is none");
    assertEquals(29, of(31, 29, 30).rarest());
  }

  @Test
  void oneOrTwoRowsAgainstOneClassCannotBeMeasured() throws IOException {
    assertTrue(of(100, 2, 0).unmeasured());
    assertTrue(of(100, 2, 1).unmeasured());
    assertFalse(of(100, 3, 0).unmeasured(), "one is held out and two are learnt");
    assertFalse(of(100, 50, 1).unmeasured(), "two classes tell kinds of networks apart");
  }

  @Test
  void aNumberHasNoRareClass() throws IOException {
    RareClasses none = RareClasses.of(Samples.arff("@attribute a numeric", "@attribute y numeric", "@data", "1,2"));
    assertFalse(none.any());
    assertFalse(none.unmeasured());
  }
}
