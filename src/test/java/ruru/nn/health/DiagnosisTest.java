package ruru.nn.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final double NO = Double.NaN;

  private static LayerHealth dense(String name, double slope, double change) {
    return new LayerHealth(name, 8, 1, slope * 4, slope, change, -1, NO, 0, 1);
  }

  private static LayerHealth activation(String name, int dead, double saturated) {
    return new LayerHealth(name, 8, NO, NO, NO, NO, dead, saturated, 0.5, 1);
  }

  private static List<String> of(LayerHealth... layers) {
    return Diagnosis.of(List.of(new Health(1, 100, List.of(layers))));
  }

  @Test
  void aHealthyNetworkNeedsNoSentence() {
    assertThat(of(dense("dense1", 1e-2, 1e-3), activation("relu1", 0, NO), dense("dense2", 2e-2, 1e-3),
        activation("tanh1", 0, 0.1), dense("output1", 3e-2, 1e-3))).isEmpty();
  }

  @Test
  void aGradientThatFallsAHundredTimesVanishes() {
    assertThat(of(dense("dense1", 9.9e-6, 1e-3), dense("dense2", 1e-4, 1e-3), dense("output1", 1e-3, 1e-3)))
        .singleElement().asString().contains("vanishes", "dense1", "output1", "101 times", "relu");
    assertThat(of(dense("dense1", 1.1e-5, 1e-3), dense("dense2", 1e-4, 1e-3), dense("output1", 1e-3, 1e-3)))
        .isEmpty();
  }

  @Test
  void nothingArrivesAtAll() {
    assertThat(of(dense("dense1", 0, 1e-3), dense("dense2", 0, 1e-3), dense("output1", 1e-3, 1e-3)))
        .anyMatch(s -> s.contains("where nothing arrives"));
  }

  @Test
  void whatVanishedAtFirstIsSaidOfATrainedNetworkToo() {
    Health first = new Health(1, 10, List.of(dense("dense1", 1e-9, 1e-3), dense("dense2", 1e-4, 1e-3),
        dense("output1", 1e-3, 1e-3)));
    Health last = new Health(2, 10, List.of(dense("dense1", 1e-3, 1e-3), dense("dense2", 1e-3, 1e-3),
        dense("output1", 1e-3, 1e-3)));
    assertThat(Diagnosis.of(List.of(first, last))).singleElement().asString().contains("vanishes");
  }

  @Test
  void aGradientThatGrowsTowardsTheInputExplodes() {
    assertThat(of(dense("dense1", 10, 1e-3), dense("dense2", 1, 1e-3), dense("output1", 1e-2, 1e-3)))
        .singleElement().asString().contains("explodes", "dense1", "1,000 times", "-clip 1");
  }

  @Test
  void unitsDieFromATenthOn() {
    assertThat(of(activation("relu1", 1, NO))).singleElement().asString()
        .contains("relu1: 1 of 8 units are dead", "100 rows", "leakyrelu");
    assertThat(of(new LayerHealth("relu1", 64, NO, NO, NO, NO, 6, NO, 0.5, 1))).isEmpty();
    assertThat(of(activation("relu1", 8, NO))).singleElement().asString().contains("8 of 8");
  }

  @Test
  void saturation() {
    assertThat(of(activation("tanh1", 0, 0.51))).singleElement().asString().contains("tanh1: 51 % of its outputs");
    assertThat(of(activation("tanh1", 0, 0.5))).isEmpty();
  }

  @Test
  void outputsThatDoNotVary() {
    assertThat(of(new LayerHealth("tanh1", 8, NO, NO, NO, NO, 0, 0.1, 0.5, 1e-9))).singleElement().asString()
        .contains("tanh1: its outputs are the same for all rows");
  }

  @Test
  void ratesThatAreTooHighOrTooLow() {
    assertThat(of(dense("dense1", 1e-3, 0.5))).singleElement().asString().contains("by 50 %", "Lower the rate");
    assertThat(Diagnosis.of(List.of(new Health(1, 100, List.of(dense("dense1", 1e-3, 0.5))), new Health(2, 100, List.of(
        dense("dense1", 1e-3, 0.05)))))).as("the first update may be large").isEmpty();
    assertThat(of(dense("dense1", 1e-3, 1e-7))).singleElement().asString().contains("Raise the rate");
    assertThat(of(dense("dense1", 1e-3, NO))).isEmpty();
  }
}
