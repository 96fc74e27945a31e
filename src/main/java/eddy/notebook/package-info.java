/**
 * What a notebook shows, and how it gets on the page: figures, tables, the progress line, claims
 * and their verdicts, provenance. The paper's equations stand in the notebooks and on the pages of
 * the packages below; here are none.
 *
 * <p>A notebook holds one {@link eddy.notebook.Lesson}. What the lesson shows goes to a {@link
 * eddy.notebook.Page}: the page of a JJava or IJava kernel, or a plain stream when there is no
 * kernel. Figures are {@link eddy.notebook.FigureChart}s, drawn on XChart's axes; tables are
 * Tablesaw's; a claim of the paper is a row of {@code claims.csv} and gets its verdict from {@link
 * eddy.notebook.VerdictRule}: <i>holds</i>, <i>holds with a correction</i>, <i>does not hold</i> or
 * <i>not decided</i>.
 */
package eddy.notebook;
