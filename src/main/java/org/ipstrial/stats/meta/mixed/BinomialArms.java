package org.ipstrial.stats.meta.mixed;

import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Both arms of a study as binomial counts, the level of the study half way between the logits of its arms.
 *
 * <pre>
 *   logit p1 = a + t/2,  logit p2 = a - t/2
 *   l = x1 log p1 + y1 log(1 - p1) + x2 log p2 + y2 log(1 - p2)
 * </pre>
 */
final class BinomialArms implements StudyLikelihood {

    private final double x1;
    private final double n1;
    private final double x2;
    private final double n2;

    BinomialArms(TwoByTwo table) {
        x1 = table.group().events();
        n1 = table.group().assessed();
        x2 = table.reference().events();
        n2 = table.reference().assessed();
    }

    @Override
    public boolean hasLevel() {
        return true;
    }

    @Override
    public double startOfLevel() {
        return StrictMath.log((x1 + x2) / (n1 - x1 + n2 - x2));
    }

    @Override
    public Point at(double level, double effect) {
        double logit1 = level + effect / 2;
        double logit2 = level - effect / 2;
        double apart1 = x1 - n1 * share(logit1);
        double apart2 = x2 - n2 * share(logit2);
        double variance1 = n1 * share(logit1) * share(-logit1);
        double variance2 = n2 * share(logit2) * share(-logit2);
        return new Point(
                log(x1, n1, logit1) + log(x2, n2, logit2),
                apart1 + apart2,
                (apart1 - apart2) / 2,
                -variance1 - variance2,
                (variance2 - variance1) / 2,
                -(variance1 + variance2) / 4);
    }

    @Override
    public boolean isLowest() {
        return x1 == 0 || x2 == n2;
    }

    @Override
    public boolean isHighest() {
        return x1 == n1 || x2 == 0;
    }

    @Override
    public double highest() {
        return highest(x1, n1) + highest(x2, n2);
    }

    private static double highest(double x, double n) {
        return term(x, n) + term(n - x, n);
    }

    private static double term(double x, double n) {
        return x == 0 ? 0 : x * StrictMath.log(x / n);
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double log(double x, double n, double logit) {
        double beyond = StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
        return logit > 0 ? -(n - x) * logit - n * beyond : x * logit - n * beyond;
    }
}
