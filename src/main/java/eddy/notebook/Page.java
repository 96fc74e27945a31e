package eddy.notebook;

/** Where a lesson's output goes: the page of a kernel, or a plain stream. */
public interface Page {

  /** Shows an output below what was shown before. */
  void show(Output output);

  /**
   * Shows an output, or replaces in place what was shown under the same name. A page that cannot
   * replace (a file, say) shows it below.
   *
   * @param name a name unique in this kernel
   * @param output what to show
   */
  void update(String name, Output output);

  /** The page of the kernel that runs this thread; standard output when there is none. */
  static Page current() {
    return JJavaPage.attached()
        .or(IJavaPage::attached)
        .orElseGet(() -> new PlainPage(System.out, System.err));
  }
}
