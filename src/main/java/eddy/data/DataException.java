package eddy.data;

/** Data that is missing or not what it should be. The message is one sentence with what to do. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem that no other exception caused. */
  public DataException(String message) {
    super(message);
  }

  /** A problem with its cause. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
