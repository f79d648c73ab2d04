package org.ipstrial.stats.resampling;

/** Is told how far a resampling has come, from any of its threads. Changes no number. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (replicates, of) -> {};

    /**
     * Some more replicates are done.
     *
     * @param replicates how many more
     * @param of         how many there are in all
     */
    void done(int replicates, int of);
}
