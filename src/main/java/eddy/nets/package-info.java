/**
 * The paper's networks: layers, losses, parameters as one flat vector, gradients of a batch and of
 * every single example.
 *
 * <pre>
 *   f(x) = (1/N) Σ_k f_k(x),      ∇f_b(x) = (1/b) Σ_{k ∈ b} ∇f_k(x)                   (1)
 * </pre>
 *
 * <p>An {@link eddy.nets.Architecture} says what a network is, {@link eddy.nets.Architectures} has
 * those of Chaudhari and Soatto (2018, App. E): small-lenet with 13,338 weights, small-fc with
 * 3,978, tiny-fc with 917, small-allcnn with 26,982. A {@link eddy.nets.Network} computes with it
 * in float32 on all cores. In evaluation mode (batch normalisation by running statistics, no
 * dropout) the gradient of an example is its own, which the diffusion matrix (2) needs; in training
 * mode it depends on the batch.
 *
 * <p>The numbers that belong to a network are plain arrays that the caller owns:
 *
 * <ul>
 *   <li>the parameters, {@code float[d]}: layers front to back, in a layer weight, bias, gamma,
 *       beta; weights {@code [out][in]} or {@code [out][in][kh][kw]};
 *   <li>the running statistics of batch normalisation: layers front to back, in a layer mean and
 *       variance;
 *   <li>images, {@code float[n][channels][height][width]} flat, and labels {@code int[n]}.
 * </ul>
 */
package eddy.nets;
