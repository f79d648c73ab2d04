package org.ipstrial.stats.consistency;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to share out a total among arms so that each arm's percentage stands for a whole number of its people.
 *
 * <p>With percentages {@code x1 ... xm} and the total {@code N} they are all {@code n1 + ... + nm = N}, each at least 1, for
 * which {@link WholeNumberFits} has a count in every arm. Found by going through all of them, for two arms or three.
 *
 * <p>Source: the definition; the case of two solutions is Bond GR et al. (2007), Schizophrenia Bulletin, 75.0 and 33.7
 * percent of 187 people.
 */
public final class TotalSplits {

    /** Splits beyond this many are not counted further: percentages that allow so many identify nothing. */
    public static final int MOST = 1000;

    private TotalSplits() {}

    /**
     * The splits, by the people of the first arm, then of the second; at most {@value #MOST} of them.
     *
     * @param percentages those of two arms or three
     * @param total       the people of all arms together
     */
    public static List<List<WholeNumberFits>> of(List<PrintedNumber> percentages, long total) {
        if (percentages.size() < 2 || percentages.size() > 3) {
            throw new IllegalArgumentException("a split is of two arms or three, got " + percentages.size());
        }
        List<List<WholeNumberFits>> fits = percentages.stream()
                .map(percentage -> WholeNumberFits.ofPercentageUpTo(percentage, total - 1))
                .toList();
        PrintedNumber last = percentages.get(percentages.size() - 1);
        List<List<WholeNumberFits>> splits = new ArrayList<>();
        for (WholeNumberFits first : fits.get(0)) {
            if (percentages.size() == 2) {
                complete(List.of(first), total - first.denominator(), last, splits);
                continue;
            }
            for (WholeNumberFits second : fits.get(1)) {
                complete(List.of(first, second), total - first.denominator() - second.denominator(), last, splits);
            }
        }
        return splits;
    }

    private static void complete(
            List<WholeNumberFits> begun, long left, PrintedNumber last, List<List<WholeNumberFits>> splits) {
        if (left < 1 || splits.size() >= MOST) {
            return;
        }
        WholeNumberFits rest = WholeNumberFits.ofPercentage(last, left);
        if (rest.any()) {
            List<WholeNumberFits> split = new ArrayList<>(begun);
            split.add(rest);
            splits.add(split);
        }
    }
}
