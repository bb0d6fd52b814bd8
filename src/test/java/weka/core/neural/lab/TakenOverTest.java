package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;

class TakenOverTest {
  private static NeuralNet net() {
    NeuralNet net = new NeuralNet();
    net.setLayers("dense 7 tanh");
    net.setMembers("4");
    return net;
  }

  @Test
  void aNetworkIsCopiedWithOneMember() throws Exception {
    NeuralNet chosen = net();
    TakenOver taken = TakenOver.from(chosen);
    assertNotSame(chosen, taken.network());
    assertEquals("dense 7 tanh", taken.network().getLayers());
    assertEquals("1", taken.network().getMembers());
    assertEquals("4", chosen.getMembers());
    assertThat(taken.told()).isEqualTo(
        "Taken over: the settings of NeuralNet; one network learns here, where the setting is members 4");
  }

  @Test
  void itIsFoundWithinOtherClassifiers() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setClassifier(net());
    Bagging bagging = new Bagging();
    bagging.setClassifier(filtered);
    Vote vote = new Vote();
    vote.setClassifiers(new Classifier[] {new NaiveBayes(), bagging});
    TakenOver taken = TakenOver.from(vote);
    assertEquals("dense 7 tanh", taken.network().getLayers());
    assertThat(taken.told())
        .startsWith("Taken over: the settings of the NeuralNet within Vote, of Vote itself nothing");
  }

  @Test
  void anotherClassifierLeavesTheLabAsItIs() throws Exception {
    TakenOver taken = TakenOver.from(new NaiveBayes());
    assertNull(taken.network());
    assertThat(taken.told()).contains("NaiveBayes is no NeuralNet");
  }
}
