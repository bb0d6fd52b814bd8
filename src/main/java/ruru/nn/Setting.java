package ruru.nn;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a record that the user can set in the notation, by position or as name=value. Types: int, double,
 * boolean (yes, no), String, an enum, {@link Shape}, {@link ColumnGroups}, {@code List<String>} (all remaining words)
 * and {@link Initializer}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Setting {
  /** Help for the user: what it is, as a phrase, with the unit. */
  String value();

  /** The default value as text; no text if the setting is required. */
  String[] byDefault() default {};

  /** Smallest legal number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest legal number. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether {@link #min} itself is illegal. */
  boolean above() default false;

  /** Whether {@link #max} itself is illegal. */
  boolean below() default false;

  /** The smallest number that is likely to be meant as this setting if given without a name. */
  double unnamedFrom() default Double.NEGATIVE_INFINITY;

  /** Whether it is written even if it has its default, by position. */
  boolean shown() default false;
}
