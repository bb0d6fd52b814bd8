package ruru.nn.tiles;

/**
 * How an axis is cut into tiles of one length that overlap. Each tile keeps the outputs that are far enough from its
 * ends, unless these are the ends of the axis.
 *
 * @param whole  positions of the axis
 * @param length positions of a tile
 * @param margin positions at an end of a tile that are not kept
 */
record Cut(int whole, int length, int margin) {
  /**
   * @param whole    a multiple of the field's
   * @param wanted   positions of a tile besides its margins, about
   */
  static Cut of(int whole, ReceptiveField field, int wanted) {
    int margin = up(field.reach(), field.multiple());
    int length = up(wanted, field.multiple()) + 2 * margin;
    return whole <= length ? new Cut(whole, whole, 0) : new Cut(whole, length, margin);
  }

  /** The next multiple. */
  static int up(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }

  int count() {
    int kept = length - 2 * margin;
    return whole == length ? 1 : 1 + (whole - length + kept - 1) / kept;
  }

  /** Where a tile begins. */
  int start(int tile) {
    return Math.min(whole - length, tile * (length - 2 * margin));
  }

  /** Where the positions that a tile keeps begin. */
  int from(int tile) {
    return tile == 0 ? 0 : to(tile - 1);
  }

  /** Where they end. */
  int to(int tile) {
    return tile == count() - 1 ? whole : start(tile) + length - margin;
  }
}
