/**
 * What Section 5.1 of Chaudhari and Soatto (2018) says about SGD near a critical point, with what
 * Sections 3, 6 and 7 conclude from it, turned into numbers: Lemmas 6, 7 and 20, Remark 21, the
 * speed of convergence. Everywhere dx = -F x dt + sqrt(2 D/beta) dW and F = (D + Q) U.
 */
package eddy.study.linear;
