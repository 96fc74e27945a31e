/**
 * Images and their labels, and what the papers' networks are fed with. MNIST and CIFAR-10 as they
 * are distributed, verified against known checksums; the built-in digits, which need no file; and
 * the transforms of Chaudhari and Soatto (2018, Appendix E):
 *
 * <pre>
 *   small-lenet    MNIST 28 x 28, ten classes
 *   small-fc       MNIST 7 x 7, ten classes; the authors' code: digits 0 and 1, wrapped pixels
 *   tiny-fc        MNIST 7 x 7, digits 0 to 4, 30,596 images
 *   small-allcnn   CIFAR 32 x 32
 * </pre>
 *
 * <p>Pixels start as the stored bytes, 0 to 255, which is how the authors' code feeds small-lenet,
 * and stay so until {@link eddy.data.Pixels#unit}. A transform leaves its input alone and says in
 * the result's name what was done, so that the name tells the whole preprocessing. {@link
 * eddy.data.Images} of a user's own come from arrays or from ND4J.
 */
package eddy.data;
