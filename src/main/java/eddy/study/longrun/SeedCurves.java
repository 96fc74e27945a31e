package eddy.study.longrun;

/**
 * The curves of Figure 3 of one seed: the network and its null models through the same analysis.
 *
 * @param seed the seed
 * @param snapshots length of the series
 * @param data the network's weights
 * @param brownian independent steps of each weight's size
 * @param ar1 an autoregression of order one per weight
 * @param quadratic SGD with momentum on the quadratic model
 * @param reversible the same with Q = 0
 * @param kept the network's motion along the modes that have a stationary state
 * @param keptReversible that of SGD with Q = 0 along the same modes
 */
public record SeedCurves(
    long seed,
    int snapshots,
    Figure3Curves data,
    Figure3Curves brownian,
    Figure3Curves ar1,
    Figure3Curves quadratic,
    Figure3Curves reversible,
    Figure3Curves kept,
    Figure3Curves keptReversible) {}
