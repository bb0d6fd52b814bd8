package weka.core.neural;

import weka.core.neural.options.EpochSearchBudget;

/**
 * How much time may be spent on what is left at "auto". Relative to normal, fast takes about a third of the time, best
 * about four times as long: averaging more networks helps, but less and less.
 */
public enum Effort {
  FAST(2, 2, new EpochSearchBudget(3, 50, 10), 10),
  NORMAL(8, 4, new EpochSearchBudget(5, 100, 30), 20),
  BEST(32, 16, new EpochSearchBudget(10, 200, 30), 40);

  /** From this many rows on, a network takes so long that fewer are trained. */
  public static final int MANY_ROWS = 10_000;

  private final int members;
  private final int membersOfManyRows;
  private final EpochSearchBudget search;
  private final int patience;

  Effort(int members, int membersOfManyRows, EpochSearchBudget search, int patience) {
    this.members = members;
    this.membersOfManyRows = membersOfManyRows;
    this.search = search;
    this.patience = patience;
  }

  /** Networks of an ensemble. */
  public int members(int rows) {
    return rows < MANY_ROWS ? members : membersOfManyRows;
  }

  /** The cross-validation that searches for the number of epochs. */
  public EpochSearchBudget search() {
    return search;
  }

  /** Epochs to wait for a lower loss on the held-out rows. */
  public int patience() {
    return patience;
  }
}
