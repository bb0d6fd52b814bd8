package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** What the schemes tell about their options. */
class TipsTest {
  private static final OptionHandler[] SCHEMES = {new NeuralNet(), new NeuralClusterer(), new NeuralEncoder(),
      new NeuralFeatures(), new NeuralPredictions(), new BoltzmannFeatures(), new HopfieldMemory()};

  private record Tip(String name, String text, Object value) {}

  private static List<Tip> tips(OptionHandler scheme) throws Exception {
    List<Tip> tips = new ArrayList<>();
    for (PropertyDescriptor d : Introspector.getBeanInfo(scheme.getClass()).getPropertyDescriptors()) {
      Method getter = d.getReadMethod();
      if (getter == null || d.getWriteMethod() == null) {
        continue;
      }
      String name = scheme.getClass().getSimpleName() + "." + d.getName();
      OptionMetadata meta = getter.getAnnotation(OptionMetadata.class);
      if (meta != null) {
        tips.add(new Tip(name, meta.description(), getter.invoke(scheme)));
      }
      try {
        Method tip = scheme.getClass().getMethod(d.getName() + "TipText");
        tips.add(new Tip(name, (String) tip.invoke(scheme), null));
      } catch (NoSuchMethodException e) {
        assertTrue(meta != null || d.getName().equals("options") || d.getName().equals("log"), name + " has no text");
      }
    }
    return tips;
  }

  @Test
  void everyTipBeginsWithACapitalAndEndsWithAStop() throws Exception {
    for (OptionHandler scheme : SCHEMES) {
      List<Tip> tips = tips(scheme);
      assertTrue(tips.size() > 3, scheme.getClass() + ": " + tips.size());
      for (Tip tip : tips) {
        assertTrue(tip.text.matches("(?s)[A-Z0-9].*\\.\\)?") && !tip.text.contains("  "), tip.toString());
      }
    }
  }

  @Test
  void whatIsLeftAloneIsExplained() throws Exception {
    for (OptionHandler scheme : SCHEMES) {
      for (Tip tip : tips(scheme)) {
        if ("auto".equals(tip.value) || "none".equals(tip.value)) {
          assertTrue(tip.text.contains((String) tip.value), tip.toString());
        }
      }
    }
  }
}
