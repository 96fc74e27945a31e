/**
 * The paper's networks: layers, losses, parameters as one flat vector, gradients of a batch and of
 * every single example.
 *
 * <p>An {@link eddy.nets.Architecture} says what a network is, {@link eddy.nets.Architectures} has
 * those of Chaudhari and Soatto (2018, App. E), and a {@link eddy.nets.Network} computes with it in
 * float32 on all cores. The numbers that belong to a network are plain arrays that the caller owns:
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
