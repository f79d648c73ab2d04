package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.rank.BrunnerMunzelIndex;
import org.ipstrial.stats.rank.HodgesLehmannAsymptotic;
import org.ipstrial.stats.rank.HodgesLehmannExact;
import org.ipstrial.stats.rank.WinOdds;

/** The methods for amounts by pairs of one from either arm: who has more, and by how much in the middle. */
final class RankMethods {

    static final String BRUNNER_MUNZEL = "Brunner E, Munzel U (2000), The nonparametric Behrens-Fisher problem: "
            + "asymptotic theory and a small-sample approximation, Biometrical Journal 42:17-25.";
    private static final String HODGES_LEHMANN_SOURCE = "Hodges JL, Lehmann EL (1963), Estimates of location based on "
            + "rank tests, Annals of Mathematical Statistics 34:598-611;";

    /** The chance that somebody of the group has more than somebody of the reference. */
    static final Family<TwoSampleEffect> PROBABILISTIC_INDEX = new Family<>(
            Measure.PROBABILISTIC_INDEX,
            Family.Input.AMOUNT,
            1,
            List.of(new Method<>(
                    "brunner-munzel",
                    "Brunner-Munzel interval, ties one half",
                    TwoSampleEffect.of(BrunnerMunzelIndex::of, BrunnerMunzelIndex::test),
                    "p = P(group > reference) + P(equal) / 2, over all pairs; v1, v0 the variances (n - 1) of how many "
                            + "of the other arm each person beats; e1 = v1 / (n1 n0^2), e0 = v0 / (n0 n1^2); "
                            + "se = sqrt(e1 + e0); df = (e1 + e0)^2 / (e1^2 / (n1 - 1) + e0^2 / (n0 - 1)); limits "
                            + "p -+ t se, not cut at 0 and 1. A margin m is tested by T = (p - m) / se.",
                    BRUNNER_MUNZEL,
                    "A question of how much: it says who has more, not by what amount, and with many zeros in both "
                            + "arms it lies near one half whatever the others earn. Arms of fewer than about 10 "
                            + "people, or an index near 0 or 1.")),
            AmountEvaluation::effect);

    /** The median of the differences of all pairs. */
    static final Family<TwoSampleEffect> HODGES_LEHMANN = new Family<>(
            Measure.HODGES_LEHMANN,
            Family.Input.AMOUNT,
            0,
            List.of(
                    new Method<>(
                            "asymptotic",
                            "median of all differences, limits by the normal approximation of the Mann-Whitney statistic",
                            TwoSampleEffect.of(HodgesLehmannAsymptotic::of, HodgesLehmannAsymptotic::test),
                            "D(1) <= ... <= D(M): the differences group - reference of all M = n1 n0 pairs; estimate = "
                                    + "their median; r = 1/2 + z sqrt(v), v the variance of W with its correction for "
                                    + "ties (as in mann-whitney), z the normal quantile at (1 + level) / 2; "
                                    + "K = M / 2 - r rounded up; limits D(K) and D(M + 1 - K): the shifts that "
                                    + "mann-whitney does not reject, with the ties as they are at no shift. A margin is tested "
                                    + "in the same way, a difference equal to it counted against the alternative.",
                            HODGES_LEHMANN_SOURCE
                                    + " limits: Lehmann EL (1963), Nonparametric confidence intervals for a shift "
                                    + "parameter, Annals of Mathematical Statistics 34:1507-1512.",
                            "Many zeros in both arms: then most differences may be exactly 0, and so may estimate and "
                                    + "limits, whatever the others earn. A question about totals or means: it is the "
                                    + "median of differences, neither their mean nor the difference of medians. SAS "
                                    + "uses no continuity correction and can lie one rank further out. Fewer than "
                                    + "about 10 people in an arm: look at exact."),
                    new Method<>(
                            "exact",
                            "median of all differences, limits by the exact distribution of the Mann-Whitney statistic",
                            HodgesLehmannExact.INSTANCE,
                            "D(1) <= ... <= D(M): the differences group - reference of all M = n1 n0 pairs; estimate = "
                                    + "their median; r = the largest distance with P(|W* - M / 2| >= r) > 1 - level, "
                                    + "W* over all allocations of the amounts as they are tied; K = M / 2 - r "
                                    + "rounded up; limits D(K) and D(M + 1 - K): the shifts that mann-whitney-exact does not "
                                    + "reject, with the ties as they are at no shift. On one side by P(W* - M / 2 >= r), or "
                                    + "P(M / 2 - W* >= r). A margin is tested in the same way, a difference equal to it "
                                    + "counted against the alternative. At most 50,000 pairs.",
                            HODGES_LEHMANN_SOURCE
                                    + " limits: Bauer DF (1972), Constructing confidence sets using rank statistics, "
                                    + "Journal of the American Statistical Association 67:687-690.",
                            "Many zeros in both arms, and questions about totals or means, as for asymptotic. It is "
                                    + "exact where a treatment adds the same amount to everybody, which it does not do "
                                    + "to people who do not work at all. With ties SAS, and programs that leave "
                                    + "the ties out of the distribution, can lie one rank off.")),
            AmountEvaluation::effect);

    /** The odds that somebody of the group has more than somebody of the reference. */
    static final Family<TwoSampleEffect> WIN_ODDS = new Family<>(
            Measure.WIN_ODDS,
            Family.Input.AMOUNT,
            0,
            List.of(new Method<>(
                    "brunner-munzel",
                    "from the Brunner-Munzel index, limits on the logarithmic scale, ties one half",
                    TwoSampleEffect.of(WinOdds::of, WinOdds::test),
                    "w = p / (1 - p), with p, se and df of the probabilistic index; limits "
                            + "exp(log w -+ t se / (p (1 - p))), t the quantile of Student's t at (1 + level) / 2. A margin m "
                            + "is tested by T = (log w - log m) / (se / (p (1 - p))).",
                    "Brunner E, Vandemeulebroecke M, Muetze T (2021), Win odds: an adaptation of the win ratio to "
                            + "include ties, Statistics in Medicine 40:3367-3384; degrees of freedom: "
                            + BRUNNER_MUNZEL,
                    "A question of how much. Small arms: the interval of the index is taken on another scale, and "
                            + "near the border one of the two can leave out no difference where the other does not; "
                            + "the brunner-munzel test goes with the index. Not the win ratio, which leaves ties out. "
                            + "Programs that take the normal quantile give slightly shorter intervals.")),
            AmountEvaluation::effect);

    private RankMethods() {}
}
