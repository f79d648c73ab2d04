package org.ipstrial.stats.imputation.chained;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipstrial.stats.resampling.Progress;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * How to impute: how often, with how many rounds, from which random streams, on how many threads. The threads never change
 * a digit.
 *
 * @param imputations how many completed data sets, at least 1
 * @param iterations  how many rounds over the variables before each is taken, at least 1
 * @param seed        the seed that the user may choose
 * @param words       what the numbers are for: analysis, outcome, timepoint, stratum
 * @param threads     number of threads, at least 1
 * @param progress    is told how far it has come
 */
public record ImputationSettings(
        int imputations, int iterations, long seed, List<String> words, int threads, Progress progress) {

    /** Refuses what cannot be. */
    public ImputationSettings {
        words = List.copyOf(words);
        Objects.requireNonNull(progress, "progress");
        if (imputations < 1 || iterations < 1 || threads < 1) {
            throw new IllegalArgumentException("imputations, iterations and threads must be at least 1, got "
                    + imputations + ", " + iterations + " and " + threads);
        }
    }

    /** The streams of one variable in one round, one for each imputation; round 0 is the filling at the start. */
    RandomStreams streams(String group, String variable, int iteration) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("chained-equations", group, variable, Integer.toString(iteration)));
        return RandomStreams.of(seed, all);
    }
}
