package org.ipstrial.stats.resampling;

import java.util.Objects;

/**
 * How to resample: how often, from which random streams, on how many threads. The threads never change a digit.
 *
 * @param resamples number of resamples, at least 1
 * @param streams   the random streams, one for each resample
 * @param threads   number of threads, at least 1
 * @param progress  is told how far it has come
 */
public record Resampling(int resamples, RandomStreams streams, int threads, Progress progress) {

    /** Refuses what cannot be. */
    public Resampling {
        Objects.requireNonNull(streams, "streams");
        Objects.requireNonNull(progress, "progress");
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be at least 1, got " + resamples);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    /** The same with nobody listening. */
    public Resampling(int resamples, RandomStreams streams, int threads) {
        this(resamples, streams, threads, Progress.NONE);
    }
}
