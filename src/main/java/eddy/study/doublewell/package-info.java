/**
 * Experiments on the two double wells: Example 19 of Chaudhari and Soatto (2018), whose drift is no
 * gradient, and one with a true loss. The zeros of the drift and how they move, where the
 * deterministic flow ends, the stationary state on a grid, and simulated ensembles beside their
 * reversible twins.
 */
package eddy.study.doublewell;
