package org.ipstrial.stats.survival.cox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The data sets of Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, appendix E, as R survival has them in
 * tests/book1.R to book7.R.
 */
public final class BookData {

    /** Data set 1: six people, a tie of two events. */
    public static final List<CoxRow> FIRST =
            rows(new double[6], "1 1+ 6 6 8+ 9", new double[] {1, 1, 1, 0, 0, 0}, 1, 1, 1, 1, 1, 1);
    /** Data set 2: ten people who come under observation late. */
    public static final List<CoxRow> SECOND = rows(
            new double[] {1, 2, 5, 2, 1, 7, 3, 4, 8, 8},
            "2 3 6 7 8 9 9 9+ 14+ 17+",
            new double[] {1, 0, 0, 1, 0, 1, 1, 1, 0, 0},
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1);
    /** Data set 3: nine people with weights, an event and an end without one at the same time twice. */
    public static final List<CoxRow> WEIGHTED = rows(
            new double[9],
            "1 1+ 2 2 2 2+ 3+ 4 5+",
            new double[] {2, 0, 1, 1, 0, 1, 0, 1, 0},
            1,
            2,
            3,
            4,
            3,
            2,
            1,
            2,
            1);

    private BookData() {}

    /** People with times written as {@code 9 13+}, of which {@code +} is without the event. */
    public static List<CoxRow> rows(double[] entries, String times, double[] x, double... weights) {
        String[] words = times.split(" ");
        return IntStream.range(0, words.length)
                .mapToObj(i -> new CoxRow(
                        entries[i],
                        Double.parseDouble(words[i].replace("+", "")),
                        !words[i].endsWith("+"),
                        x[i],
                        weights[i]))
                .toList();
    }
}
