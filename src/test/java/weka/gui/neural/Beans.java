package weka.gui.neural;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import weka.classifiers.functions.MarkovChain;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.OptionMetadata;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.core.converters.ImageMaskLoader;
import weka.datagenerators.classifiers.classification.Circles;
import weka.datagenerators.classifiers.classification.GaussianRing;
import weka.datagenerators.classifiers.classification.LogicGates;
import weka.datagenerators.classifiers.classification.MarkovText;
import weka.datagenerators.classifiers.classification.Moons;
import weka.datagenerators.classifiers.classification.RecallProblem;
import weka.datagenerators.classifiers.classification.ShapeScenes;
import weka.datagenerators.classifiers.classification.Shapes;
import weka.datagenerators.classifiers.classification.SineMixtures;
import weka.datagenerators.classifiers.classification.StrokeDigits;
import weka.datagenerators.classifiers.classification.TwoSpirals;
import weka.datagenerators.classifiers.regression.AddingProblem;
import weka.datagenerators.classifiers.regression.NoisySine;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.supervised.instance.NeuralSMOTE;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;
import weka.gui.ProgrammaticProperty;

/** Everything of ours that has a property sheet in Weka. */
final class Beans {
  static final List<Supplier<?>> SCHEMES = List.of(NeuralNet::new, NeuralClusterer::new, NeuralEncoder::new);
  private static final List<Supplier<?>> OTHERS =
      List.of(NeuralFeatures::new, PixelPatches::new, NeuralSegmenter::new, NeuralSMOTE::new,
          NeuralPredictions::new, BoltzmannFeatures::new, HopfieldMemory::new,
          MarkovChain::new, ImageFolderLoader::new,
          ImageMaskLoader::new, IdxLoader::new,
          Circles::new, GaussianRing::new, LogicGates::new, Moons::new, Shapes::new, ShapeScenes::new,
          StrokeDigits::new, TwoSpirals::new,
          NoisySine::new,
          AddingProblem::new, RecallProblem::new, SineMixtures::new, MarkovText::new);

  private Beans() {}

  static Stream<Supplier<?>> all() {
    return Stream.concat(SCHEMES.stream(), OTHERS.stream());
  }

  /** Each property that a sheet shows, with its bean. */
  static Stream<Arguments> properties() {
    return all().flatMap(fresh -> Stream.of(descriptors(fresh.get().getClass(), Introspector.USE_ALL_BEANINFO))
        .filter(Beans::isShown)
        .map(p -> Arguments.of(fresh.get().getClass().getSimpleName() + "." + p.getName(), fresh, p)));
  }

  static PropertyDescriptor[] descriptors(Class<?> type, int flags) {
    try {
      return (flags == Introspector.USE_ALL_BEANINFO ? Introspector.getBeanInfo(type)
          : Introspector.getBeanInfo(type, flags)).getPropertyDescriptors();
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isShown(PropertyDescriptor p) {
    return p.getReadMethod() != null && p.getWriteMethod() != null
        && !p.getReadMethod().isAnnotationPresent(ProgrammaticProperty.class)
        && !p.getWriteMethod().isAnnotationPresent(ProgrammaticProperty.class);
  }

  /** The group in which a sheet shows a property; empty for the sheet itself. */
  static String group(PropertyDescriptor p) {
    OptionMetadata meta = p.getReadMethod().getAnnotation(OptionMetadata.class);
    return meta == null ? "" : meta.category();
  }

}
