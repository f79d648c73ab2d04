package org.ipstrial.catalogue.missing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.missing.PartlyObserved;
import org.ipstrial.stats.missing.TippingGrid;
import org.ipstrial.stats.missing.TippingGrid.Side;

/**
 * Reads what a reference value of a tipping grid is about: {@code tipping above 112/187+56 79/170+69 at 32} for the frontier
 * above, events among those assessed and missing of group and reference, where 32 of the missing of the reference had it.
 */
final class TippingInput {

    private static final Pattern GRID = Pattern.compile("tipping (above|below)"
            + " ([0-9]{1,9})/([0-9]{1,9})\\+([0-9]{1,9}) ([0-9]{1,9})/([0-9]{1,9})\\+([0-9]{1,9}) at ([0-9]{1,9})");

    private TippingInput() {}

    /** The frontier; it must exist. */
    static Map<Statistic, Quantity> frontier(TwoByTwoEffect effect, String input, double level) {
        Matcher read = GRID.matcher(input);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "a tipping grid is written such as tipping above 112/187+56 79/170+69 at 32, got " + input);
        }
        TippingGrid grid = TippingGrid.of(
                new PartlyObserved(number(read, 2), number(read, 3), number(read, 4)),
                new PartlyObserved(number(read, 5), number(read, 6), number(read, 7)),
                table -> effect.of(table, level),
                table -> effect.test(table, 0, Alternative.TWO_SIDED),
                0);
        Side side = Side.valueOf(read.group(1).toUpperCase(Locale.ROOT));
        int at = grid.referenceStepNextTo(number(read, 8));
        return Map.of(
                Statistic.ESTIMATE,
                Quantity.of(grid.frontier(side, at).missingEvents().orElseThrow()));
    }

    private static int number(Matcher read, int group) {
        return Integer.parseInt(read.group(group));
    }
}
