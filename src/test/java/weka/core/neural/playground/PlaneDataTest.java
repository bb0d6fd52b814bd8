package weka.core.neural.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;

class PlaneDataTest {
  private static double distance(Instance row) {
    return Math.hypot(row.value(0), row.value(1));
  }

  @ParameterizedTest
  @EnumSource(PlaneData.class)
  void pointsAreInTheSquareAndTheSameForTheSameSeed(PlaneData data) {
    for (int noise : new int[] {0, 50}) {
      Instances points = data.points(301, noise, 7);
      assertEquals(301, points.size());
      assertThat(points).allMatch(p -> Math.abs(p.value(0)) <= 6 && Math.abs(p.value(1)) <= 6);
      assertEquals(points.toString(), data.points(301, noise, 7).toString());
      if (data != PlaneData.SPIRAL || noise > 0) {
        assertThat(data.points(301, noise, 8).toString()).isNotEqualTo(points.toString());
      }
      assertEquals(data.isNumeric(), points.classAttribute().isNumeric());
    }
  }

  @Test
  void withoutNoiseTheClassesAreWhereTheyBelong() {
    assertThat(PlaneData.CIRCLE.points(400, 0, 1))
        .allMatch(p -> p.classValue() == 1 ? distance(p) < 2.5 : distance(p) >= 3.5 && distance(p) <= 5);
    assertThat(PlaneData.XOR.points(400, 0, 1)).allMatch(p -> p.value(0) * p.value(1) > 0 == (p.classValue() == 1)
        && Math.abs(p.value(0)) >= 0.3);
    assertThat(PlaneData.GAUSS.points(400, 0, 1)).allMatch(p -> p.value(0) + p.value(1) > 0 == (p.classValue() == 1));
    assertThat(PlaneData.PLANE.points(400, 0, 1))
        .allMatch(p -> Math.abs(p.classValue() - (p.value(0) + p.value(1)) / 10) < 1e-12);
    Instances spiral = PlaneData.SPIRAL.points(400, 0, 1);
    for (int i = 0; i < 400; i += 2) {
      assertEquals(spiral.get(i).value(0), -spiral.get(i + 1).value(0), 1e-12, "one arm is the other turned");
      assertEquals(5 * i / 400.0, distance(spiral.get(i)), 1e-12);
    }
  }

  @Test
  void hillsAreHighInTheirMiddles() {
    Instances hills = PlaneData.MULTI_GAUSS.points(5000, 0, 1);
    assertThat(hills).filteredOn(p -> Math.hypot(p.value(0) - 4, p.value(1) - 2.5) < 0.2).isNotEmpty()
        .allMatch(p -> p.classValue() > 0.9);
    assertThat(hills).filteredOn(p -> Math.hypot(p.value(0), p.value(1) - 2.5) < 0.2).isNotEmpty()
        .allMatch(p -> p.classValue() < -0.9);
    assertThat(hills).filteredOn(p -> Math.abs(p.value(1)) < 0.4).allMatch(p -> p.classValue() == 0);
  }

  @Test
  void noiseMakesMistakes() {
    long wrong = PlaneData.XOR.points(1000, 50, 1).stream()
        .filter(p -> p.value(0) * p.value(1) > 0 != (p.classValue() == 1)).count();
    assertThat(wrong).isBetween(50L, 450L);
  }

  @Test
  void sizesAndNoiseHaveBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> PlaneData.XOR.points(9, 0, 1))
        .withMessage("rows: expected a number from 10 to 10000, got 9");
    assertThatIllegalArgumentException().isThrownBy(() -> PlaneData.XOR.points(10, 51, 1))
        .withMessage("noise: expected a percentage from 0 to 50, got 51");
  }

  @Test
  void theTableHasAnAttributeForEachInput() {
    PlanePoints points = PlanePoints.of(PlaneData.XOR, 50, 0, 1);
    Instances table = points.table(points.points(), EnumSet.allOf(PlaneInput.class));
    assertThat(Collections.list(table.enumerateAttributes()).stream().map(a -> a.name()))
        .containsExactly("x1", "x2", "x1^2", "x2^2", "x1 x2", "sin x1", "sin x2");
    double a = points.points().get(3).value(0);
    double b = points.points().get(3).value(1);
    assertThat(table.get(3).toDoubleArray()).containsExactly(a, b, a * a, b * b, a * b, StrictMath.sin(a),
        StrictMath.sin(b), points.points().get(3).classValue());
    assertThat(points.plane(4).rows().get(0).value(0)).isEqualTo(-4.5);
    assertThatIllegalArgumentException().isThrownBy(() -> points.table(table, List.of()))
        .withMessageContaining("one input at least");
  }

  @Test
  void anyTwoAttributesCanBeThePlane() throws Exception {
    Instances iris = Samples.iris();
    PlanePoints points = PlanePoints.of(iris, 2, 3, 4);
    assertEquals(150, points.points().size());
    Instances table = points.table(points.points(), EnumSet.of(PlaneInput.X1, PlaneInput.X1_SQUARED));
    assertEquals(iris.attribute(2).name(), table.attribute(0).name());
    assertEquals(iris.get(9).value(2), table.get(9).value(0), "as it is");
    double[] squares = table.attributeToDoubleArray(1);
    assertEquals(25, Arrays.stream(squares).max().orElseThrow(), 1e-9);
    assertThatIllegalArgumentException().isThrownBy(() -> PlanePoints.of(iris, 2, 2, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> PlanePoints.of(iris, 2, 4, 3))
        .withMessageContaining("is not a number");
    Instances holes = Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute c {u,v}", "@data",
        "1,2,u", "?,3,v", "2,4,?", "5,6,v");
    assertEquals(2, PlanePoints.of(holes, 0, 1, 2).points().size());
  }
}
