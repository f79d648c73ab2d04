package org.ipstrial.catalogue;

import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTest;
import org.ipstrial.stats.contingency.stratified.exact.ExactCommonOddsRatio;

/** The exact methods over strata, given the events of both arms in each. */
final class StratifiedExact {

    private static final String NAME = "conditional-exact";
    private static final String GIVEN = """
            S the events of the group over all strata, s those observed; P their chance with odds ratio r in every
            stratum, given the events of both arms in each.
            """;
    private static final String SOURCE =
            "Gart JJ (1970), Biometrika 57:471-475; Mehta CR, Patel NR, Gray R (1985), Journal"
                    + " of the American Statistical Association 80:969-973";
    private static final String CAUTION =
            " With some thousands of events there are too many products, and it says so. R's"
                    + " mantelhaen.test(exact = TRUE) finds its estimate and limits to four or five digits only.";

    static final Method<StratifiedEffect> ODDS_RATIO = new Method<>(
            NAME,
            "conditional maximum likelihood odds ratio over strata with exact central limits",
            StratifiedEffect.of(ExactCommonOddsRatio::of, ExactCommonOddsRatio::test),
            GIVEN
                    + "estimate = the r with E(S) = s; limits = the r with P(S >= s) and with P(S <= s) = (1 - level)/2\n"
                    + "p = 2 min(P(S >= s), P(S <= s)) at the tested r",
            SOURCE,
            "It is wider than need be, as exact limits are. Its test is not that of the measure test, which counts all numbers"
                    + " that are as unlikely."
                    + CAUTION);

    static final Method<StratifiedTest> TEST = new Method<>(
            NAME,
            "exact conditional test over strata",
            ExactCommonOddsRatio::test,
            GIVEN + "p = sum of P(S = k) over all k with P(S = k) <= (1 + 1e-7) P(S = s) at r = 1",
            SOURCE,
            "Differences of opposite direction in different strata, which cancel." + CAUTION);

    private StratifiedExact() {}
}
