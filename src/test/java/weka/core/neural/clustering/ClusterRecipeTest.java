package weka.core.neural.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.ClusterSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.options.Auto;

/** What of a clustering is left to us. */
class ClusterRecipeTest {
  private final ClusterSettings clusters = new ClusterSettings();
  private final NeuralSettings settings = new NeuralSettings();
  private final AutoencoderSettings coding = new AutoencoderSettings();

  private ClusterRecipe recipe(String input, int rows) {
    settings.images().input.set(input);
    return ClusterRecipe.of(clusters, settings, coding, rows, 1);
  }

  private static void assertEpochs(int alone, int refining, ClusterRecipe recipe) {
    assertEquals(alone, recipe.epochs());
    assertEquals(refining, recipe.refining().epochs());
  }

  @Test
  void imagesAreChangedAndRefinedFromTwiceAsManyClusters() {
    ClusterRecipe r = recipe("28x20x1", 10_000);
    assertTrue(r.changes());
    assertEquals("shift 1, rotate 10", r.training().images().augment.text());
    assertEquals("shift 2, rotate 10", recipe("28x28x3", 10_000).training().images().augment.text());
    assertEquals("shift 1, rotate 10", recipe("1x4x1", 10_000).training().images().augment.text());
    assertEquals("dense 500 relu, dense 300 relu", r.autoencoder().layers.text());
    assertEquals("10", r.autoencoder().code.text());
    assertEquals(0.002, r.refining().rate());
    assertEquals(1, r.refineWeight());
    assertEquals(14, r.refineFrom(7));
    assertEpochs(150, 51, r);
    assertEpochs(30, 10, recipe("28x28x1", 1_000_000));
    assertEpochs(150, 100, recipe("28x28x1", 1));
  }

  @Test
  void smallImagesHaveTheLayersOfTables() {
    ClusterRecipe r = recipe("8x8x1", 1000);
    assertEquals(Auto.AUTO, r.autoencoder().layers.text());
    assertEquals("3", recipe("2x3x1", 1000).autoencoder().code.text());
  }

  @Test
  void tablesAndSeriesAreNotChanged() {
    for (String input : new String[] {"none", "96x1"}) {
      ClusterRecipe r = recipe(input, 10_000);
      assertFalse(r.changes() || !r.training().images().augment.isAuto(), input);
      assertEquals(Auto.AUTO, r.autoencoder().layers.text());
      assertEquals(Auto.AUTO, r.autoencoder().code.text());
      assertEquals(0.001, r.refining().rate());
      assertEquals(0.1, r.refineWeight());
      assertEquals(0, r.refineFrom(7));
      assertEpochs(100, 51, r);
    }
  }

  @Test
  void fewImagesHaveSeveralRuns() {
    int[] rows = {1, 3000, 3001, 1_000_000};
    assertArrayEquals(new int[] {5, 5, 1, 1}, Arrays.stream(rows).map(n -> recipe("8x8x1", n).runs()).toArray());
    assertEquals(1, recipe("none", 100).runs());
    clusters.runs.set("2");
    assertEquals(2, recipe("none", 100).runs());
    assertEquals(2, recipe("8x8x1", 3001).runs());
  }

  @Test
  void whatIsSetStays() {
    clusters.augment.set("flip");
    clusters.refine.set("7");
    clusters.refineWeight.set("0.3");
    clusters.refineFrom.set("0");
    settings.rate.set("0.01");
    settings.batch.set("all");
    coding.layers.set("dense 9");
    coding.code.set("4");
    ClusterRecipe r = recipe("28x28x1", 10_000);
    assertEquals("flip", r.training().images().augment.text());
    assertEquals("dense 9", r.autoencoder().layers.text());
    assertEquals("4", r.autoencoder().code.text());
    assertEquals(0.01, r.refining().rate());
    assertEquals(0, r.refining().batch());
    assertEquals(0.3, r.refineWeight());
    assertEquals(0, r.refineFrom(7));
    assertEpochs(150, 7, r);
  }

  @Test
  void theUsersSettingsAreLeftAlone() {
    recipe("28x28x1", 100);
    assertEquals("none", settings.images().augment.text());
    assertEquals(Auto.AUTO, coding.layers.text());
    assertEquals(Auto.AUTO, coding.code.text());
    clusters.augment.set("none");
    assertFalse(recipe("28x28x1", 100).changes());
    clusters.augment.set("auto");
    coding.layers.set("none");
    assertFalse(recipe("28x28x1", 100).changes());
  }
}
