/**
 * SGD as the paper runs it, and what it leaves behind: learning rates, momentum and sampling by
 * their names, snapshots of the weights, and checkpoints from which a run goes on to the same bits.
 *
 * <pre>
 *   x ← x − η g_b                                                plain             (1)
 *   v ← μ v + g_b,   x ← x − η v                                 heavy ball
 *   v ← μ v + g_b,   x ← x − η (g_b + μ v)                       Nesterov
 * </pre>
 *
 * <p>where g_b is the mean gradient of a mini-batch, (1) of Chaudhari and Soatto (2018). App. E
 * says Nesterov's momentum of 0.9; the authors' code has heavy ball. Batches are drawn with
 * replacement, without, or cut from a shuffled epoch ({@link eddy.trajectory.Sampling}); only the
 * first has the noise of (2) and (3). Section 4.2 is {@link eddy.trajectory.LongRun}: a burn-in of
 * 1,000 epochs, then a fixed η = 0.001 and a snapshot after each epoch.
 *
 * <p>Start with {@link eddy.trajectory.Sgd}.
 */
package eddy.trajectory;
