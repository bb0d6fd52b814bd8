package weka.core.neural.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

class TrainingHubTest {
  private static final String[] EIGHT_EPOCHS = {"-layers", "dense 4 relu", "-epochs", "8", "-validation", "20",
      "-patience", "0"};

  private Instances iris;

  @BeforeEach
  void readIris() throws Exception {
    iris = Samples.iris();
  }

  private static List<WatchedTraining> since(List<WatchedTraining> before) {
    return TrainingHub.trainings().stream().filter(t -> !before.contains(t)).toList();
  }

  private static NeuralNet net() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(EIGHT_EPOCHS.clone());
    return net;
  }

  @Test
  void aTrainingThatNobodyWatchesIsNotPublished() throws Exception {
    List<WatchedTraining> before = TrainingHub.trainings();
    net().buildClassifier(iris);
    assertThat(since(before)).isEmpty();
  }

  @Test
  void curvesAreThoseOfTheReport() throws Exception {
    NeuralNet net = net();
    List<WatchedTraining> before = TrainingHub.trainings();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      assertThat(watch).isNotNull();
      net.buildClassifier(iris);
      assertThat(since(before)).singleElement().satisfies(t -> {
        assertEquals("NeuralNet", t.scheme());
        assertThat(t.options()).contains("dense 4 relu");
        assertThat(t.thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(t.hasEnded()).isTrue();
        assertEquals(8, t.epochs());
        assertEquals(8, t.planned());
        assertThat(t.training().points()[1]).isEqualTo(net.curve("training loss"));
        assertThat(t.validation().points()[1]).isEqualTo(net.curve("validation loss"));
        assertThat(t.training().points()[0]).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(t.rate().points()[0]).hasSize(8);
        WatchedTraining.Moment moment = t.moment();
        assertThat(moment).isNotNull();
        assertThat(moment.weights()).hasSize(net.fitted().models().get(0).network().values().length);
        assertThat(moment.health().layers()).extracting(l -> l.name()).contains("dense1", "relu1");
      });
    }
  }

  @Test
  void whatIsWatchedGivesTheSameModel() throws Exception {
    NeuralNet alone = net();
    alone.buildClassifier(iris);
    NeuralNet watched = net();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      assertThat(watch).isNotNull();
      watched.buildClassifier(iris);
    }
    assertThat(watched.distributionsForInstances(iris)).isDeepEqualTo(alone.distributionsForInstances(iris));
  }

  @Test
  void foldsHaveTheSameOptions() throws Exception {
    List<WatchedTraining> before = TrainingHub.trainings();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      assertThat(watch).isNotNull();
      List<WatchedTraining> held = new ArrayList<>();
      Evaluation evaluation = new Evaluation(iris);
      NeuralNet net = net();
      evaluation.crossValidateModel(net, iris, 3, new Random(1));
      held.addAll(since(before));
      assertThat(held).hasSize(3).extracting(WatchedTraining::options).containsOnly(held.get(0).options());
    }
  }

  @Test
  void clusterersAndEncodersToo() throws Exception {
    Instances flowers = Samples.iris();
    flowers.setClassIndex(-1);
    flowers.deleteAttributeAt(4);
    List<WatchedTraining> before = TrainingHub.trainings();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      assertThat(watch).isNotNull();
      NeuralEncoder encoder = new NeuralEncoder();
      encoder.setOptions(new String[] {"-code", "2", "-epochs", "3"});
      encoder.setInputFormat(flowers);
      Filter.useFilter(flowers, encoder);
      NeuralClusterer clusterer = new NeuralClusterer();
      clusterer.setOptions(new String[] {"-N", "3", "-layers", "dense 8 relu", "-epochs", "3"});
      clusterer.buildClusterer(flowers);
      assertThat(since(before)).allMatch(WatchedTraining::hasEnded).extracting(WatchedTraining::scheme)
          .anyMatch(s -> s.startsWith("NeuralEncoder")).anyMatch(s -> s.startsWith("NeuralClusterer"));
    }
  }

  @Test
  void aTrainingCanBeWatchedFromItsMidst() throws Exception {
    NeuralNet net = net();
    net.initializeClassifier(iris);
    for (int e = 0; e < 5; e++) {
      net.next();
    }
    List<WatchedTraining> before = TrainingHub.trainings();
    AtomicReference<WatchedTraining> seen = new AtomicReference<>();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      assertThat(watch).isNotNull();
      net.next();
      assertThat(since(before)).singleElement().satisfies(t -> {
        seen.set(t);
        assertEquals(6, t.epochs());
        assertThat(t.training().points()[0]).containsExactly(1, 2, 3, 4, 5, 6);
      });
    }
    net.next();
    assertEquals(6, seen.get().epochs());
    net.done();
  }
}
