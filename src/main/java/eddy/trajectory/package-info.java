/**
 * SGD as the paper runs it, and what it leaves behind: learning rates, momentum and sampling by
 * their names, snapshots of the weights, and checkpoints from which a run goes on to the same bits.
 *
 * <p>Start with {@link eddy.trajectory.Sgd}.
 */
package eddy.trajectory;
