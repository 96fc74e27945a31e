/**
 * Images and their labels: MNIST and CIFAR-10 as they are distributed, verified against known
 * checksums; the built-in digits, which need no file; and the transforms that the papers' networks
 * are fed with. A transform leaves its input alone and says in the result's name what was done, so
 * that the name tells the whole preprocessing.
 *
 * <p>Pixels start as the stored bytes, 0 to 255, and stay so until {@link eddy.data.Pixels#unit}.
 */
package eddy.data;
