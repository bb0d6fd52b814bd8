package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Calls in any order work, or are refused in words; whatever came before, a scheme that is built is as a fresh one. */
class CallsFuzzTest {
  private static Instances usable(Random random) {
    while (true) {
      Instances rows = RandomRows.of(random);
      if (rows.size() > 2 && rows.classIndex() >= 0) {
        return rows;
      }
    }
  }

  private static Instance anyRow(Random random, Instances... tables) {
    Instances table = tables[random.nextInt(tables.length)];
    Instance row = (Instance) table.get(random.nextInt(table.size())).copy();
    row.setDataset(random.nextInt(10) == 0 ? null : table);
    return row;
  }

  @Test
  void callsOfNeuralNet() {
    Fuzz.run("calls of NeuralNet", 40, random -> {
      Instances a = usable(random);
      Instances b = usable(random);
      Calls<NeuralNet> calls = new Calls<>();
      calls.with("setOptions", s -> s.setOptions(SmallSchemes.net(random).getOptions()));
      for (Instances rows : List.of(a, b, new Instances(a, 0))) {
        calls.with("build with " + rows.size() + " rows", s -> s.buildClassifier(rows));
        calls.with("initialise with " + rows.size() + " rows", s -> s.initializeClassifier(rows));
        calls.with("predict all", s -> s.distributionsForInstances(rows));
      }
      for (int i = 0; i < 3; i++) {
        calls.with("next", s -> s.next());
        calls.with("predict", s -> s.distributionForInstance(anyRow(random, a, b)));
      }
      calls.with("done", s -> s.done());
      calls.with("set resume", s -> s.setResume(random.nextBoolean()));
      calls.with("intervals", s -> s.predictIntervals(anyRow(random, a, b), random.nextDouble() * 1.2 - 0.1));
      calls.with("density", s -> s.logDensity(anyRow(random, a, b), random.nextGaussian()));
      calls.with("measures", s -> {
        Collections.list(s.enumerateMeasures()).forEach(s::getMeasure);
        s.curveNames().forEach(s::curve);
        s.architecture();
      });
      calls.with("graph", s -> s.graph());
      NeuralNet used = calls.some(SmallSchemes.net(random), random);
      requireAsFresh(used, a);
    });
  }

  private static void requireAsFresh(NeuralNet used, Instances rows) throws Exception {
    NeuralNet fresh = new NeuralNet();
    fresh.setOptions(used.getOptions());
    String refused = said(() -> fresh.buildClassifier(rows));
    assertEquals(refused, said(() -> used.buildClassifier(rows)));
    if (refused.isEmpty()) {
      for (Instance row : rows) {
        assertArrayEquals(fresh.distributionForInstance(row), used.distributionForInstance(row));
      }
    }
  }

  private static String said(org.junit.jupiter.api.function.Executable build) {
    try {
      build.execute();
      return "";
    } catch (Throwable e) {
      Refusal.require(e);
      return e.getMessage();
    }
  }

  @Test
  void callsOfNeuralClusterer() {
    Fuzz.run("calls of NeuralClusterer", 20, random -> {
      Instances a = SmallSchemes.withoutClass(usable(random));
      Instances b = SmallSchemes.withoutClass(usable(random));
      Calls<NeuralClusterer> calls = new Calls<>();
      calls.with("setOptions", s -> s.setOptions(SmallSchemes.clusterer(random).getOptions()));
      for (Instances rows : List.of(a, b)) {
        calls.with("build with " + rows.size() + " rows", s -> s.buildClusterer(rows));
        calls.with("cluster all", s -> s.distributionsForInstances(rows));
      }
      calls.with("cluster", s -> s.clusterInstance(anyRow(random, a, b)));
      calls.with("number of clusters", s -> s.numberOfClusters());
      NeuralClusterer used = calls.some(SmallSchemes.clusterer(random), random);
      NeuralClusterer fresh = new NeuralClusterer();
      fresh.setOptions(used.getOptions());
      String refused = said(() -> fresh.buildClusterer(a));
      assertEquals(refused, said(() -> used.buildClusterer(a)));
      for (Instance row : refused.isEmpty() ? a : new Instances(a, 0)) {
        assertArrayEquals(fresh.distributionForInstance(row), used.distributionForInstance(row));
      }
    });
  }

  @Test
  void callsOfFilters() {
    Fuzz.run("calls of filters", 20, random -> {
      boolean encodes = random.nextBoolean();
      Instances a = usable(random);
      Instances b = usable(random);
      Calls<Filter> calls = new Calls<>();
      calls.with("setOptions",
          s -> s.setOptions((encodes ? SmallSchemes.encoder(random) : SmallSchemes.features(random)).getOptions()));
      for (Instances rows : List.of(a, b)) {
        calls.with("format of " + rows.size() + " rows", s -> s.setInputFormat(rows));
        calls.with("filter " + rows.size() + " rows", s -> Filter.useFilter(rows, s));
      }
      calls.with("input", s -> s.input(anyRow(random, a, b)));
      calls.with("output", s -> {
        s.output();
        s.outputPeek();
      });
      calls.with("end of batch", s -> s.batchFinished());
      calls.with("output format", s -> s.getOutputFormat());
      calls.with("autoencoder", s -> {
        if (s instanceof NeuralEncoder encoder) {
          encoder.autoencoder();
        }
      });
      Filter used = calls.some(encodes ? SmallSchemes.encoder(random) : SmallSchemes.features(random), random);
      Filter fresh = used.getClass().getDeclaredConstructor().newInstance();
      fresh.setOptions(used.getOptions());
      assertEquals(filtered(fresh, a), filtered(used, a));
    });
  }

  private static String filtered(Filter filter, Instances rows) {
    try {
      filter.setInputFormat(rows);
      return Filter.useFilter(rows, filter).toString();
    } catch (Exception e) {
      Refusal.require(e);
      return e.getMessage();
    }
  }
}
