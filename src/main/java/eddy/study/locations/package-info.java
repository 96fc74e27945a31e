/**
 * Where the most likely locations of SGD are, and where they are not: studies for Theorem 22 and
 * Remarks 23 to 26 of Chaudhari and Soatto (2018). Potential and Q recovered from drift and noise,
 * critical points that shift with the temperature, saddles that attract, and the freedom that Q
 * has.
 */
package eddy.study.locations;
