package eddy.notebook;

/** Where in the axes the key of a figure stands. */
public enum Corner {
  UPPER_LEFT,
  UPPER_RIGHT,
  LOWER_LEFT,
  LOWER_RIGHT;

  boolean isLeft() {
    return this == UPPER_LEFT || this == LOWER_LEFT;
  }

  boolean isUpper() {
    return this == UPPER_LEFT || this == UPPER_RIGHT;
  }
}
