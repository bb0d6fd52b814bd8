package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.BeanInfo;
import java.beans.FeatureDescriptor;
import java.beans.MethodDescriptor;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.clusterers.NeuralClustererBeanInfo;
import weka.core.OptionMetadata;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Options with default methods are seen in every release of Java, with their own annotations. */
class CommonOptionsTest {
  private static final Set<String> NAMES =
      Set.of("scaling", "threads", "diagnose", "images", "imagesAnywhere", "imageCache");

  @Test
  void theBeanInfoTellsThem() {
    for (BeanInfo info : new BeanInfo[] {new NeuralNetOptionsBeanInfo(), new NeuralEncoderOptionsBeanInfo(),
        new NeuralClustererBeanInfo()}) {
      BeanInfo common = info.getAdditionalBeanInfo()[0];
      PropertyDescriptor[] properties = common.getPropertyDescriptors();
      assertTrue(names(properties).containsAll(NAMES), info.getClass() + ": " + names(properties));
      // Weka's own choice between true and false will do.
      Stream.of(properties).filter(p -> NAMES.contains(p.getName()) && p.getPropertyType() != boolean.class)
          .forEach(p -> assertTrue(p.getPropertyEditorClass() != null, p.getName()));
      MethodDescriptor[] methods = common.getMethodDescriptors();
      assertTrue(names(methods).containsAll(Set.of("getScaling", "getThreads", "getImages", "getImageCache")),
          info.getClass() + ": " + names(methods));
    }
  }

  private static Set<String> names(FeatureDescriptor[] features) {
    return Stream.of(features).map(FeatureDescriptor::getName).collect(Collectors.toSet());
  }

  /** An experiment looks for a property's methods in the class and in the interfaces that it names itself. */
  @ParameterizedTest
  @ValueSource(classes = {NeuralNet.class, NeuralEncoder.class, NeuralClusterer.class})
  void aSchemeNamesTheInterface(Class<?> scheme) {
    assertTrue(Set.of(scheme.getInterfaces()).contains(CommonOptions.class));
  }

  /** Some releases of Java 17 would not see the annotation of the getter that overrides it. */
  @ParameterizedTest
  @ValueSource(classes = {NeuralNet.class, NeuralEncoder.class, NeuralClusterer.class})
  void noSchemeOverridesAGetter(Class<?> scheme) throws Exception {
    int getters = 0;
    for (Method getter : CommonOptions.class.getDeclaredMethods()) {
      if (getter.isAnnotationPresent(OptionMetadata.class)) {
        getters++;
        assertEquals(getter, scheme.getMethod(getter.getName()));
      }
    }
    assertEquals(NAMES.size(), getters);
  }
}
