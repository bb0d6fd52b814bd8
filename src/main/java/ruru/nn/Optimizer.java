package ruru.nn;

/** The rule by which training changes the parameters. State lives in slots: arrays as long as the parameters. */
public sealed interface Optimizer permits StepOptimizer, FullBatchOptimizer {
  /** How many arrays of state it keeps, all zero at the start. */
  int slots();
}
