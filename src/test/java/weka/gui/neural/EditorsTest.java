package weka.gui.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.PropertyEditor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.neural.CommonOptions;
import weka.core.neural.options.BeanOptions;

/** Which property has which editor, and that an editor judges a text as the setter does, in the same words. */
class EditorsTest {
  /** Whatever is typed, their setters take it. */
  private static final Set<String> UNCHECKED = Set.of("seed", "relationName");
  private static final List<String> TEXTS = List.of("", " ", "auto", "AUTO ", "none", "all", "output", "0", "-1", "1",
      "2", " 3 ", "0.5", "1e9", "1e-3", "NaN", "100000000000", "x", "d", "dense 64 relu", "dense 64 relu, dropout 0.2",
      "dense 64 relu,", "adam", "adam beta2=0.95", "adam beta2=2", "huber 2", "cosine", "step 10 0.5", "28x28x1",
      "28x28", "96x1", "28x28x1 order=chw", "flip, shift 2", "flip, shift", "gaussian 0.3", "mask 2", "0.05 2",
      "code,error", "code,erro", "2-8", "8-2", "balanced", "1,5", "${HOME}", "/no/such/folder");

  static Stream<Arguments> properties() {
    return Beans.properties();
  }

  static Stream<Arguments> typedProperties() {
    return Beans.properties().filter(a -> isTyped((PropertyDescriptor) a.get()[2]));
  }

  private static boolean isTyped(PropertyDescriptor p) {
    return Set.of(String.class, int.class, double.class).contains(p.getPropertyType())
        && !UNCHECKED.contains(p.getName());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typedProperties")
  void whatIsTypedAndCheckedHasAnEditorOfOurs(String name, Supplier<?> fresh, PropertyDescriptor property)
      throws Exception {
    assertInstanceOf(TextEditor.class, editor(property));
  }

  /** Otherwise the button Cancel of the group's dialog could not bring back its value. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void everyPropertyOfAGroupHasAnEditorOfOurs(String name, Supplier<?> fresh, PropertyDescriptor property)
      throws Exception {
    if (!Beans.group(property).isEmpty()) {
      assertInstanceOf(InlineEditor.class, editor(property));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typedProperties")
  void anEditorJudgesAsTheSetterDoes(String name, Supplier<?> fresh, PropertyDescriptor property) throws Exception {
    for (String text : TEXTS) {
      PropertyEditor editor = editor(property);
      editor.setValue(property.getReadMethod().invoke(fresh.get()));
      assertEquals(bySetter(fresh.get(), property, text), byEditor(fresh.get(), editor, property, text), text);
    }
  }

  private static PropertyEditor editor(PropertyDescriptor property) throws Exception {
    assertNotNull(property.getPropertyEditorClass(), "no editor of its own");
    // As Weka does it: from another package, without arguments.
    return (PropertyEditor) property.getPropertyEditorClass().getConstructor().newInstance();
  }

  private static String bySetter(Object bean, PropertyDescriptor property, String text) throws Exception {
    Object value;
    try {
      value = property.getPropertyType() == String.class ? text : BeanOptions.parse(property.getPropertyType(), text);
    } catch (IllegalArgumentException e) {
      return "refused: " + e.getMessage();
    }
    return set(bean, property, value);
  }

  private static String byEditor(Object bean, PropertyEditor editor, PropertyDescriptor property, String text)
      throws Exception {
    try {
      editor.setAsText(text);
    } catch (IllegalArgumentException e) {
      return "refused: " + e.getMessage();
    }
    return set(bean, property, editor.getValue());
  }

  private static String set(Object bean, PropertyDescriptor property, Object value) throws Exception {
    try {
      property.getWriteMethod().invoke(bean, value);
    } catch (InvocationTargetException e) {
      return "refused: " + e.getCause().getMessage();
    }
    return "set: " + property.getReadMethod().invoke(bean);
  }

  @Test
  void noPropertyIsLost() {
    Beans.all().map(fresh -> fresh.get().getClass()).forEach(type -> {
      SortedSet<String> expected = names(type, Introspector.IGNORE_ALL_BEANINFO);
      if (CommonOptions.class.isAssignableFrom(type)) {
        // Early releases of Java 17 do not see these in the class.
        expected.addAll(names(CommonOptions.class, Introspector.IGNORE_ALL_BEANINFO));
      }
      assertEquals(expected, names(type, Introspector.USE_ALL_BEANINFO), type.getName());
    });
  }

  private static SortedSet<String> names(Class<?> type, int flags) {
    return Arrays.stream(Beans.descriptors(type, flags)).map(PropertyDescriptor::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
