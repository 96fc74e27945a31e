/**
 * Experiments that join the floors below: networks trained as a paper says, and what their
 * diffusion matrices look like. A notebook names an experiment, changes one field of it, and shows
 * what comes back; whatever took long is kept in the folder for runs and found there again.
 *
 * <p>This package has Section 4.1 and Figure 1 of Chaudhari and Soatto (2018): the eigenspectra of
 *
 * <pre>
 *   D(x) = (1/N) Σ_k g_k g_kᵀ − g gᵀ                                                  (2)
 * </pre>
 *
 * <p>at 20, 40 and 100 % of training, whether they are the same (Remark 13), and which details of
 * the authors' code the printed numbers need. Start with {@link eddy.study.SpectrumStudy}. The
 * other notebooks have packages of their own below this one.
 */
package eddy.study;
