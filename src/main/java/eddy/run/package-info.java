/**
 * What every long computation needs and no formula depends on: named random streams (Philox),
 * progress, interruption, background native calls, checkpoints, {@code .npy} files, and the
 * description of the machine.
 */
package eddy.run;
