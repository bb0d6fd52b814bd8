package weka.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;

class QualityTableTest {
  private static final QualityScheme ZERO = new QualityScheme("zero", ZeroR.class.getName(), "");

  @TempDir
  Path folder;

  private static Instances and() throws Exception {
    return QualityData.read(Path.of("datasets/and.arff"), "last");
  }

  @Test
  void whatWasMeasuredIsFoundAgain() throws Exception {
    Path file = folder.resolve("new/table.tsv");
    QualityTable table = new QualityTable(file);
    QualityRow row = QualityRun.of("and", and(), ZERO, new ZeroR());
    table.append(row);
    table.append(QualityRow.notFinished("or", "zero", true, 100, 2.5));
    QualityTable again = new QualityTable(file);
    assertTrue(again.has("and", "zero"));
    assertFalse(again.has("and", "other"));
    assertEquals(2, again.rows().size());
    QualityRow read = again.rows().get(0);
    assertEquals(row.toLine(), read.toLine());
    assertEquals(row.value(QualityMeasure.ACCURACY), read.value(QualityMeasure.ACCURACY), 1e-5);
    assertEquals(2.5, again.rows().get(1).seconds());
    assertFalse(again.rows().get(1).finished());
  }

  @Test
  void rowsOfRivalsAreReadWithoutAHeader() throws IOException {
    Path file = Files.write(folder.resolve("rivals.tsv"), List.of(
        "iris\tWekaMLP\tclass\t150\t96.00000\t0.99627\t0.14750\t1.5\t0.5",
        "cpu\tSMOreg\tregr\t209\t41.47378\t0.93486\t23.51740\t0.46596\t0.00080",
        "vowel\tLogistic\tclass\t990\tDNF>120.0"));
    List<QualityRow> rows = new QualityTable(file).rows();
    assertEquals("MultilayerPerceptron", rows.get(0).scheme());
    assertEquals(0.99627, rows.get(0).value(QualityMeasure.AUC));
    assertTrue(Double.isNaN(rows.get(0).value(QualityMeasure.LOG_LOSS)));
    assertEquals(2, rows.get(0).seconds());
    assertFalse(rows.get(1).nominal());
    assertEquals(41.47378, rows.get(1).value(QualityMeasure.RRSE));
    assertEquals(23.5174, rows.get(1).value(QualityMeasure.RAE));
    assertEquals(120, rows.get(2).seconds());
    assertFalse(rows.get(2).finished());
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = Files.write(folder.resolve("broken.tsv"), List.of(QualityRow.HEADER,
        "iris\tNeuralNet\tclass\t150\t96"));
    String message = assertThrows(IllegalArgumentException.class, () -> new QualityTable(file)).getMessage();
    assertTrue(message.contains("broken.tsv, line 2: expected 18 columns, got 5"), message);
  }

  @Test
  void measuresOfAConstantPredictionAreKnown() throws Exception {
    QualityRow row = QualityRun.of("and", and(), ZERO, new ZeroR());
    assertEquals(50, row.value(QualityMeasure.BALANCED_ACCURACY));
    assertEquals(2 * Math.pow(row.value(QualityMeasure.RMSE), 2), row.value(QualityMeasure.BRIER), 1e-9);
    Instances sine = QualityData.read(Path.of("datasets/noisy-sine.arff"), "last");
    assertEquals(100, QualityRun.of("sine", sine, ZERO, new ZeroR()).value(QualityMeasure.RRSE), 1e-9);
  }

  @Test
  void theClassIsTheLastAttributeUnlessSaidOtherwise() throws Exception {
    Path file = Path.of("datasets/circles.arff");
    assertEquals(2, QualityData.read(file, "last").classIndex());
    assertEquals(0, QualityData.read(file, "last,circles=first").classIndex());
    assertEquals(1, QualityData.read(file, "2").classIndex());
    assertEquals(2, QualityData.read(file, "last,moons=first").classIndex());
    assertThrows(IllegalArgumentException.class, () -> QualityData.read(file, "4"));
  }

  @Test
  void schemesAreNamesOfDefaultsOrCommands() {
    List<QualityScheme> schemes =
        QualityScheme.parse("SMO; deep=weka.classifiers.functions.NeuralNet -layers \"dense 4, dense 4\"");
    assertEquals("SMO", schemes.get(0).name());
    assertEquals(new QualityScheme("deep", "weka.classifiers.functions.NeuralNet", "-layers \"dense 4, dense 4\""),
        schemes.get(1));
    assertEquals(QualityScheme.DEFAULTS, QualityScheme.parse(""));
    assertThrows(IllegalArgumentException.class, () -> QualityScheme.parse("SMOO"));
  }
}
