package org.ipstrial.analysis.programme;

import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;
import org.ipstrial.dataset.programme.ScreeningScale;

/**
 * The ten items of the MDI: items 8 and 10 are the higher of their two questions. An item without an answer is a range, and
 * so is one of a pair whose answer is not the highest.
 *
 * <p>Source: Bech P, Rasmussen NA, Olsen LR, Noerholm V, Abildgaard W (2001), The sensitivity and specificity of the Major
 * Depression Inventory, Journal of Affective Disorders 66:159-164.
 */
final class MdiItems {

    /** How many items there are. */
    static final int ITEMS = 10;

    private final Screening screening;

    MdiItems(Screening screening) {
        if (screening.scale() != ScreeningScale.MDI) {
            throw new IllegalArgumentException(
                    "wanted a screening by MDI, got " + screening.scale().id());
        }
        this.screening = screening;
    }

    /** What an item from 1 to 10 can score. */
    ScoreRange item(int number) {
        if (number != 8 && number != 10) {
            return screening.question(Integer.toString(number));
        }
        return higher(screening.question(number + "a"), screening.question(number + "b"));
    }

    /** The total, from 0 to 50. */
    ScoreRange total() {
        int least = 0;
        int most = 0;
        int missing = 0;
        for (int item = 1; item <= ITEMS; item++) {
            ScoreRange range = item(item);
            least += range.least();
            most += range.most();
            missing += range.missing();
        }
        return new ScoreRange(least, most, missing);
    }

    private static ScoreRange higher(ScoreRange one, ScoreRange other) {
        int least = Math.max(one.least(), other.least());
        int most = Math.max(one.most(), other.most());
        return new ScoreRange(least, most, least == most ? 0 : 1);
    }
}
