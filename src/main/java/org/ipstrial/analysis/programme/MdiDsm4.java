package org.ipstrial.analysis.programme;

import java.util.Optional;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;

/**
 * The MDI by the algorithm for major depression of DSM-IV. Nine symptoms: items 1, 2 and 3 scored 4 or 5; the higher of
 * items 4 and 5, and items 6 to 10, scored 3 or more. Five or more must be present, item 1 or 2 among them.
 *
 * <p>Edges: with answers missing there is a result only where they cannot change it.
 *
 * <p>Source: Bech P, Rasmussen NA, Olsen LR, Noerholm V, Abildgaard W (2001), The sensitivity and specificity of the Major
 * Depression Inventory, Journal of Affective Disorders 66:159-164, as quoted.
 */
final class MdiDsm4 {

    private static final int NEEDED = 5;

    private MdiDsm4() {}

    /** Whether the algorithm says major depression; nothing where missing answers decide. */
    static Optional<Boolean> of(Screening screening) {
        MdiItems items = new MdiItems(screening);
        boolean least = holds(items, false);
        return least == holds(items, true) ? Optional.of(least) : Optional.empty();
    }

    private static boolean holds(MdiItems items, boolean most) {
        int symptoms = 0;
        for (int item = 1; item <= 3; item++) {
            symptoms += score(items, item, most) >= 4 ? 1 : 0;
        }
        symptoms += Math.max(score(items, 4, most), score(items, 5, most)) >= 3 ? 1 : 0;
        for (int item = 6; item <= MdiItems.ITEMS; item++) {
            symptoms += score(items, item, most) >= 3 ? 1 : 0;
        }
        boolean leading = score(items, 1, most) >= 4 || score(items, 2, most) >= 4;
        return leading && symptoms >= NEEDED;
    }

    private static int score(MdiItems items, int item, boolean most) {
        ScoreRange range = items.item(item);
        return most ? range.most() : range.least();
    }
}
