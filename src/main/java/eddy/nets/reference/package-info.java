/**
 * The float64 twin of {@link eddy.nets}: every layer in plain loops, without BLAS, with the same
 * order of parameters, to know what the right number is. {@link
 * eddy.nets.reference.ReferenceNetwork} is the way in. It serves gradient checks, and as oracle for
 * every faster path: finite differences in float32 cannot check a network with ReLU.
 */
package eddy.nets.reference;
