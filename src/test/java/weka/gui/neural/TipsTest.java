package weka.gui.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.core.OptionMetadata;

/**
 * Weka shows a tip, and what a scheme says about itself, up to the first full stop, be it that of "0.5". So the first
 * full stop must end a sentence.
 */
class TipsTest {
  @Test
  void theFirstFullStopEndsASentence() throws Exception {
    List<String> cut = new ArrayList<>();
    int tips = 0;
    for (Object bean : Beans.all().map(fresh -> (Object) fresh.get()).toList()) {
      for (Method method : bean.getClass().getMethods()) {
        String tip = tip(bean, method);
        if (tip == null) {
          continue;
        }
        tips++;
        int stop = tip.indexOf('.');
        if (stop >= 0 && stop + 1 < tip.length() && !Character.isWhitespace(tip.charAt(stop + 1))) {
          cut.add(bean.getClass().getSimpleName() + "." + method.getName() + ": " + tip.substring(0, stop));
        }
      }
    }
    assertTrue(tips > 150, tips + " tips");
    assertEquals(List.of(), cut);
  }

  private static String tip(Object bean, Method method) throws Exception {
    OptionMetadata meta = method.getAnnotation(OptionMetadata.class);
    boolean tells = method.getParameterCount() == 0
        && (method.getName().endsWith("TipText") || method.getName().equals("globalInfo"));
    return meta != null ? meta.description() : tells ? (String) method.invoke(bean) : null;
  }
}
