package org.ipstrial.simulate;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.resampling.Draws;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * The random streams of a simulated trial, one for each person and use: another person, column or activity in the plan
 * changes no draw of anybody else.
 *
 * @param seed the seed
 */
record PersonStreams(long seed) {

    /**
     * The stream of one use, from its beginning.
     *
     * @param number the person's or the block's number, from 0
     * @param use    what is drawn
     */
    Draws of(int number, String... use) {
        List<String> words = new ArrayList<>(List.of("simulate"));
        words.addAll(List.of(use));
        return RandomStreams.of(seed, words).replicate(number);
    }
}
