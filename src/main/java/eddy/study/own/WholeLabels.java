package eddy.study.own;

import eddy.data.DataException;

/** Labels from numbers. */
final class WholeLabels {
  private WholeLabels() {}

  /**
   * One label a number.
   *
   * @throws DataException if one is not whole
   */
  static int[] of(double[] values, String where) {
    int[] labels = new int[values.length];
    for (int k = 0; k < labels.length; k++) {
      labels[k] = (int) values[k];
      if (labels[k] != values[k]) {
        throw new DataException(
            "A label is a whole number, the class of the example, but example %d of %s has %s."
                .formatted(k, where, values[k]));
      }
    }
    return labels;
  }

  /**
   * One label a row, the place of its only 1.
   *
   * @param rows [N][classes]
   * @throws DataException if a row is not one-hot
   */
  static int[] ofRows(double[] rows, int classes, String where) {
    int[] labels = new int[rows.length / classes];
    for (int k = 0; k < labels.length; k++) {
      int ones = 0;
      int others = 0;
      for (int c = 0; c < classes; c++) {
        double value = rows[k * classes + c];
        if (value == 1) {
          labels[k] = c;
          ones++;
        } else if (value != 0) {
          others++;
        }
      }
      if (ones != 1 || others > 0) {
        throw new DataException(
            "A row of labels has one 1 and zeros, but that of example %d of %s has not: Eddy's losses know classes only."
                .formatted(k, where));
      }
    }
    return labels;
  }
}
