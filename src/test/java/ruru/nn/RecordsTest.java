package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.data.augment.AugmentStep;
import ruru.data.noise.InputNoise;

/**
 * Every layer, loss, optimizer, schedule, initialiser, step of augmentation and noise says what it is and what can be
 * set, and means it.
 */
class RecordsTest {
  static List<Class<?>> records() {
    List<Class<?>> all = new ArrayList<>();
    all.addAll(Records.in("ruru.nn.layers", Layer.class));
    all.addAll(Records.in("ruru.nn.losses", Loss.class));
    all.addAll(Records.in("ruru.nn.optimizers", Optimizer.class));
    all.addAll(Records.in("ruru.nn.schedules", Schedule.class));
    all.addAll(Records.in("ruru.nn.initializers", Initializer.class));
    all.addAll(Records.in("ruru.data.augment", AugmentStep.class));
    all.addAll(Records.in("ruru.data.noise", InputNoise.class));
    return all;
  }

  @ParameterizedTest
  @MethodSource("records")
  void describesItselfInASentence(Class<?> record) {
    Description description = record.getAnnotation(Description.class);
    assertNotNull(description, "@Description is missing");
    assertTrue(description.value().endsWith("."), description.value());
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyComponentIsASetting(Class<?> record) {
    for (RecordComponent c : record.getRecordComponents()) {
      Setting setting = c.getAnnotation(Setting.class);
      assertNotNull(setting, () -> "@Setting is missing at " + c.getName());
      assertTrue(setting.value().length() > 4 && !setting.value().endsWith("."), "help must be a phrase: " + setting);
      assertTrue(setting.min() <= setting.max(), "empty range: " + setting);
      assertTrue(setting.byDefault().length <= 1, "more than one default: " + setting);
      assertEquals(c.getName().toLowerCase(java.util.Locale.ROOT), c.getName(), "names are in lower case");
    }
  }

  /** Java callers and users of the notation get the same defaults. */
  @ParameterizedTest
  @MethodSource("records")
  void theConstructorWithoutArgumentsTakesTheDefaults(Class<?> record) throws ReflectiveOperationException {
    for (Constructor<?> constructor : record.getConstructors()) {
      if (constructor.getParameterCount() == 0) {
        Object made = constructor.newInstance();
        for (RecordComponent c : record.getRecordComponents()) {
          String byDefault = String.join(" or ", c.getAnnotation(Setting.class).byDefault());
          Object value = c.getAccessor().invoke(made);
          String text = value instanceof Boolean b ? (b ? "yes" : "no") : value.toString();
          boolean same = value instanceof Number n ? n.doubleValue() == Double.parseDouble(byDefault)
              : text.equalsIgnoreCase(byDefault);
          assertTrue(same, () -> c.getName() + " is " + value + ", its default in the notation is " + byDefault);
        }
      }
    }
  }
}
