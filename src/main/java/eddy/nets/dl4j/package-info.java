/**
 * Networks to and from Deeplearning4j 1.0.0-M2.1: {@link eddy.nets.dl4j.Dl4j} is the way in.
 *
 * <p>DL4J keeps other orders (a convolution's bias before its weights, running statistics among the
 * parameters, so that small-lenet has {@code numParams() == 13642} there and 13,338 weights here);
 * all permutations between the two live in this package. DL4J is the model format here, and in the
 * tests the second opinion on forward passes and training-mode gradients. It has no gradient in
 * evaluation mode through batch normalisation, so the diffusion matrix is never computed by it.
 */
package eddy.nets.dl4j;
