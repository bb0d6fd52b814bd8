package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;

class LabRowsTest {
  private static int[] counts(Instances rows) {
    return rows.attributeStats(rows.classIndex()).nominalCounts;
  }

  @Test
  void ofEachClassTheSamePart() throws Exception {
    LabRows rows = LabRows.of(Samples.iris(), 30, 1);
    assertArrayEquals(new int[] {15, 15, 15}, counts(rows.test()));
    assertArrayEquals(new int[] {35, 35, 35}, counts(rows.given()));
  }

  @Test
  void allRowsAreThereOnceAndTheSameSeedGivesTheSameRows() throws Exception {
    Instances iris = Samples.iris();
    LabRows rows = LabRows.of(iris, 15, 1);
    List<String> all = new ArrayList<>();
    rows.given().forEach(r -> all.add(r.toString()));
    rows.test().forEach(r -> all.add(r.toString()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(iris.stream().map(Instance::toString).toList());
    assertEquals(rows.test().toString(), LabRows.of(iris, 15, 1).test().toString());
    assertThat(LabRows.of(iris, 15, 2).test().toString()).isNotEqualTo(rows.test().toString());
  }

  @Test
  void noClassLosesItsLastRow() throws Exception {
    Instances two = Samples.arff("@attribute a numeric", "@attribute c {x,y,z}", "@data", "1,x", "2,y", "3,y");
    LabRows rows = LabRows.of(two, 90, 1);
    assertArrayEquals(new int[] {1, 1, 0}, counts(rows.given()));
  }

  @Test
  void rowsWithoutAClassAreLeftOut() throws Exception {
    Instances some = Samples.arff("@attribute a numeric", "@attribute c numeric", "@data", "1,1", "2,?", "3,3", "4,4");
    LabRows rows = LabRows.of(some, 0, 1);
    assertEquals(3, rows.given().size());
    assertEquals(0, rows.test().size());
  }

  @Test
  void whatCannotBeSplitIsRefused() throws Exception {
    Instances iris = Samples.iris();
    assertThatIllegalArgumentException().isThrownBy(() -> LabRows.of(iris, 95, 1)).withMessageContaining("0 to 90");
    iris.setClassIndex(-1);
    assertThatIllegalArgumentException().isThrownBy(() -> LabRows.of(iris, 15, 1)).withMessageContaining("no class");
  }

  @Test
  void aClassOfOneValueIsRefusedInWords() throws Exception {
    Instances one = Samples.arff("@attribute a numeric", "@attribute kind {only}", "@data", "1,only", "2,only");
    assertThatIllegalArgumentException().isThrownBy(() -> LabRows.of(one, 15, 1))
        .withMessage("the class 'kind' has the value 'only' alone, so there is nothing to tell apart; choose another "
            + "attribute to predict");
    Instances none = Samples.arff("@attribute a numeric", "@attribute kind {}", "@data", "1,?");
    assertThatIllegalArgumentException().isThrownBy(() -> LabRows.of(none, 15, 1))
        .withMessageContaining("the class 'kind' has no values");
  }
}
