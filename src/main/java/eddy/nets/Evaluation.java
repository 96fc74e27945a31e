package eddy.nets;

/**
 * How a network does on a set of examples.
 *
 * @param loss mean loss, without any L2 term
 * @param error share of examples whose largest output is not the right class (the first among equal
 *     ones counts as the largest), in [0, 1]
 */
public record Evaluation(double loss, double error) {}
