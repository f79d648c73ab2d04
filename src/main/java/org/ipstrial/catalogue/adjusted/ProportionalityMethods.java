package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.adjusted.AdjustedTest;
import org.ipstrial.stats.adjusted.odds.Proportionality;

/** Checks that one odds ratio is fair for all levels of an outcome. They stand beside the model without being named. */
public final class ProportionalityMethods {

    /** The name of the check. */
    public static final String BRANT = "brant";

    static final Family<AdjustedTest> FAMILY = new Family<>(
            Measure.TEST,
            Family.Input.ADJUSTED,
            0,
            List.of(new Method<>(
                    BRANT,
                    "Brant's test of proportional odds",
                    data -> Proportionality.of(data).test(),
                    """
                    u(1) < ... < u(k): the distinct outcomes. Cuts: u(1) to u(k - 1), k <= 21; else y(ceil(n d/10)), d = 1 to 9,
                    y(1) <= ... <= y(n) the outcomes of everybody, each once and below the largest (deciles of type 1; levels
                    hold their upper end, and where many have 0 the first cut is above 0).
                    logit P(y above cut m) = a(m) + t(m, arm) + c(m, 1) x(1) + ..., by maximum likelihood; p(m) its shares,
                    B(m) its inverse information. cov(m, l) = B(m) (sum of (p(l) - p(m) p(l)) x x') B(l), m <= l.
                    D: the t(1, arm) - t(m, arm); statistic = D' cov(D)^-1 D, with (cuts - 1) (arms - 1) degrees of freedom.
                    It stands beside proportional-odds of outcomes of more than two levels, with the odds ratio of each contrast
                    at each cut (conditional-odds-ratio, logistic, term cut=...), which are left out with --min-cell.""",
                    "Brant R (1990), Biometrics 46:1171-1178",
                    "Few people at a level: the test is rough, and cuts that tell the arms apart without fault leave none."
                            + " Small trials, where it sees little; large ones, where it rejects for trifles. People in clusters: it does not look at these. Report it"
                            + " with the odds ratios at the cuts; do not change the model after a look at it.")),
            (test, input, level) ->
                    Evaluation.numbers(test.of(AdjustedInput.of(input).data())));

    private ProportionalityMethods() {}
}
