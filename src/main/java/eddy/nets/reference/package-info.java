/**
 * The float64 twin of {@link eddy.nets}: every layer in plain loops, to know what the right number
 * is. {@link eddy.nets.reference.ReferenceNetwork} is the way in.
 */
package eddy.nets.reference;
