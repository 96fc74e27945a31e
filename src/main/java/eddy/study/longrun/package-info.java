/**
 * The long trajectories of Section 4.2: tiny-fc trained for 100,000 epochs, the quadratic model of
 * the loss and of its noise around the end (Lemma 20 for the heavy ball), null models, and what
 * they predict beside what is measured.
 */
package eddy.study.longrun;
