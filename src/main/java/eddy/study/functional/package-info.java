/**
 * What Section 3 of Chaudhari and Soatto (2018) and its appendices say about the free energy F(rho)
 * = (1/beta) KL(rho || rho_ss), turned into numbers: Theorem 5, Lemmas 2 and 6, Corollary 8,
 * Remarks 11 and 12, Appendices A to D and F.3.
 */
package eddy.study.functional;
