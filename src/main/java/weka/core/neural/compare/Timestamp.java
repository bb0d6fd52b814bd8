package weka.core.neural.compare;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.ResultProducer;

/**
 * The date and time of a fold as the Experimenter writes it, 20260527.1346 for 13:46 UTC on 27 May 2026. Weka itself
 * takes the year of the user's calendar, which is 2569 in Thailand and 8 in Japan.
 */
final class Timestamp {

  private Timestamp() {}

  static double of(LocalDateTime utc) {
    return utc.getYear() * 10_000 + utc.getMonthValue() * 100 + utc.getDayOfMonth() + utc.getHour() / 100.0
        + utc.getMinute() / 10_000.0;
  }

  /** Puts the time of now into the results of a fold. */
  static void put(ResultProducer producer, Object[] result) throws Exception {
    String[] names = producer.getResultNames();
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(CrossValidationResultProducer.TIMESTAMP_FIELD_NAME)) {
        result[i] = of(LocalDateTime.now(ZoneOffset.UTC));
      }
    }
  }
}
