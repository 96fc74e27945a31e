/**
 * Experiments that join the floors below: networks trained as a paper says, and what their
 * diffusion matrices look like. A notebook names an experiment, changes one field of it, and shows
 * what comes back; whatever took long is kept in the folder for runs and found there again.
 */
package eddy.study;
