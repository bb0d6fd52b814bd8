package weka.core.neural;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells Weka's property sheet which of our editors to use for the properties of a class. Java finds the bean info by
 * the name of the class and through its loader, so this works in an installed package too. Editors are looked up by
 * name: code that asks for options must not load a window toolkit.
 *
 * <p>The editor of property batchSize is the public class BatchSize nested in the first of the given classes that has
 * one. Enums and flags share an editor. A property without an editor of ours gets Weka's.
 */
public abstract class EditedBeanInfo extends SimpleBeanInfo {
  protected static final String NETWORK = holder("Network");
  protected static final String IMAGES = holder("Image");
  protected static final String CODE = holder("Code");
  protected static final String CLUSTERS = holder("Cluster");
  protected static final String FEATURES = holder("Feature");
  protected static final String LOADERS = holder("Loader");
  protected static final String GENERATORS = holder("Generator");
  protected static final String SEGMENTS = holder("Segment");
  protected static final String SEQUENCES = holder("Sequence");
  protected static final String CHAINS = holder("Chain");
  protected static final String SYNTHETIC = holder("Synthetic");
  protected static final String BOLTZMANN = holder("Boltzmann");
  private static final String CHOICE = "weka.gui.neural.ChoiceEditor";

  private final Class<?> bean;
  private final List<String> holders;

  /**
   * @param bean    the class whose name, with BeanInfo added, is that of this object's class
   * @param holders classes in which editors are nested
   */
  protected EditedBeanInfo(Class<?> bean, String... holders) {
    this.bean = bean;
    this.holders = List.of(holders);
  }

  private static String holder(String of) {
    return "weka.gui.neural." + of + "Editors";
  }

  @Override
  public PropertyDescriptor[] getPropertyDescriptors() {
    try {
      PropertyDescriptor[] properties =
          Introspector.getBeanInfo(bean, Introspector.IGNORE_ALL_BEANINFO).getPropertyDescriptors();
      Map<String, Class<?>> editors = editors();
      Class<?> choice = load(CHOICE);
      for (PropertyDescriptor p : properties) {
        Class<?> type = p.getPropertyType();
        Class<?> editor = type == boolean.class || type != null && type.isEnum() ? choice
            : editors.get(p.getName().toLowerCase(Locale.ROOT));
        if (editor != null) {
          p.setPropertyEditorClass(editor);
        }
      }
      return properties;
    } catch (IntrospectionException | ClassNotFoundException e) {
      throw new IllegalStateException("the editors of " + bean + " cannot be found", e);
    }
  }

  /** Early releases of Java 17 see properties made of default methods only in the interface itself. */
  @Override
  public BeanInfo[] getAdditionalBeanInfo() {
    try {
      return bean == CommonOptions.class || !CommonOptions.class.isAssignableFrom(bean) ? new BeanInfo[0]
          : new BeanInfo[] {Introspector.getBeanInfo(CommonOptions.class)};
    } catch (IntrospectionException e) {
      throw new IllegalStateException("the properties of " + CommonOptions.class + " cannot be found", e);
    }
  }

  private Map<String, Class<?>> editors() throws ClassNotFoundException {
    Map<String, Class<?>> result = new HashMap<>();
    for (String holder : holders) {
      for (Class<?> editor : load(holder).getClasses()) {
        result.putIfAbsent(editor.getSimpleName().toLowerCase(Locale.ROOT), editor);
      }
    }
    return result;
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, EditedBeanInfo.class.getClassLoader());
  }
}
