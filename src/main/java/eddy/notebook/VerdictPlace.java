package eddy.notebook;

/**
 * Where a verdict is given.
 *
 * @param notebook the notebook's file name without {@code .ipynb}
 * @param heading the heading above the cell that decides; empty when it is not known
 */
public record VerdictPlace(String notebook, String heading) {

  /** The number that the notebook's name begins with, else its name. */
  public String number() {
    return notebook.replaceFirst("^(\\d+)-.*", "$1");
  }

  /**
   * A link from a neighbouring notebook: JupyterLab names a heading by its text with hyphens for
   * blanks, and the reports do the same.
   */
  public String link() {
    return notebook + ".ipynb" + (heading.isEmpty() ? "" : '#' + heading.replace(' ', '-'));
  }
}
