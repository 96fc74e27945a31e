/**
 * What every long computation needs and no formula depends on.
 *
 * <ul>
 *   <li>Random numbers: {@link eddy.run.RandomStream}, Philox4x32-10, addressed by (seed, {@link
 *       eddy.run.StreamName stream}, counter). A checkpoint stores the counter, and what is drawn
 *       does not depend on the number of threads.
 *   <li>Progress and interruption: {@link eddy.run.Progress} hears how far a loop is and what is
 *       safe on disk; {@link eddy.run.Interrupts} throws {@link eddy.run.ComputationInterrupted}
 *       within a second of an interrupt; {@link eddy.run.Background} lets a native call, which
 *       cannot stop, finish behind it.
 *   <li>Files: {@link eddy.run.Checkpoint}, {@link eddy.run.Npy} and {@link eddy.run.NpyRows},
 *       which NumPy reads and writes too.
 *   <li>Provenance: {@link eddy.run.Machine}.
 * </ul>
 */
package eddy.run;
