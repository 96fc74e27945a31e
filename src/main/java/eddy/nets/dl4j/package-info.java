/**
 * Networks to and from Deeplearning4j: {@link eddy.nets.dl4j.Dl4j} is the way in. All permutations
 * between the two parameter orders live here.
 */
package eddy.nets.dl4j;
