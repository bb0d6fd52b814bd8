package ruru.nn;

import java.util.List;
import java.util.stream.Stream;

/** Where an input of a {@link Layer} comes from. */
public sealed interface Source {
  /** The output of the previous step. */
  record Previous() implements Source {}

  /** The output of an earlier step. */
  record Named(String step) implements Source {}

  /** What an earlier step itself takes as its first input. */
  record InputOf(String step) implements Source {}

  /** The output of the previous step, then those of the named steps. */
  static List<Source> previousAnd(List<String> steps) {
    return Stream.<Source>concat(Stream.of(new Previous()), steps.stream().map(Named::new)).toList();
  }
}
