package eddy.nets.dl4j;

import eddy.nets.Architecture;
import eddy.nets.Loss;

/**
 * What Eddy takes from a DL4J model. Updater, learning rate, L1 and L2, gradient clipping and
 * listeners belong to DL4J's trainer and stay behind.
 *
 * @param architecture the layers; an activation that DL4J keeps inside a layer is a layer here
 * @param loss the loss of its output layer
 * @param parameters w, in Eddy's order, float32
 * @param running running means and variances of batch normalisation, in Eddy's order
 */
public record Dl4jModel(
    Architecture architecture, Loss loss, float[] parameters, float[] running) {}
