package weka.core.neural.compare;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ruru.blas.BlasProvider;

/** What a reader must know about the machine and the software to judge a report's figures, above all the times. */
final class Environment {

  private Environment() {}

  /** Names and values, in the order in which to show them. */
  static Map<String, String> describe() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Date", ZonedDateTime.now(ZoneId.systemDefault())
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT)));
    facts.put("Ruru", version("ruru.version"));
    facts.put("Weka", version("weka.version"));
    facts.put("Java", System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ", "
        + System.getProperty("java.vendor") + ")");
    facts.put("BLAS", BlasProvider.get().name());
    facts.put("Machine", String.format(Locale.ROOT, "%s, %d MB of memory for Java", machine(),
        Runtime.getRuntime().maxMemory() >> 20));
    return facts;
  }

  /** On which the times depend. */
  static String machine() {
    return String.format(Locale.ROOT, "%d cores, %s %s", Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** Given by the build: Weka 3.8.7 itself says that it is 3.8.8-SNAPSHOT. */
  private static String version(String property) {
    return System.getProperty(property, "unknown version: not started by Maven");
  }
}
