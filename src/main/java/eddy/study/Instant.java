package eddy.study;

import eddy.diffusion.Spectrum;
import eddy.nets.Evaluation;

/**
 * What was measured after some epochs of a run.
 *
 * @param epoch how many
 * @param spectrum all eigenvalues of D, over all training images
 * @param training loss and error on the training images
 * @param validation loss and error on the others
 */
public record Instant(int epoch, Spectrum spectrum, Evaluation training, Evaluation validation) {}
