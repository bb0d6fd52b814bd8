package weka.core.neural.stored;

import org.jspecify.annotations.Nullable;

/** What stands for a scheme in Java's serialisation; within a body the scheme itself is written. */
interface SchemeHolder {
  /** Null before it is read. */
  @Nullable
  Object scheme();
}
