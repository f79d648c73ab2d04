package org.ipstrial.stats.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * Wald test that the odds ratio is the same at all levels, in a logistic regression on arm, level and their product.
 *
 * <p>With {@code x1} events and {@code y1} others in the group of a level, {@code x2} and {@code y2} in its reference, over
 * {@code K} levels:
 * <pre>
 *   d = log(x1 y2 / (x2 y1)),  v = 1/x1 + 1/y1 + 1/x2 + 1/y2,  w = 1/v,  m = sum w d / sum w
 *   X&sup2; = sum w (d - m)&sup2;,  p = P(chi-squared with K - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 * That is what the model gives, since it fits every arm of every level. Changing the arms round, renaming or moving levels
 * changes nothing; levels that are alike give 0.
 *
 * <p>Edges: levels that lack an arm, or have no events or events only, add nothing, in degrees of freedom neither. A level
 * with a single zero cell has no finite log odds ratio, and there is no test then ({@code separation}); the likelihood-ratio
 * test takes it. Fewer than two levels left are no test.
 *
 * <p>Source: Wald A (1943), Transactions of the American Mathematical Society 54:426-482; Woolf B (1955), Annals of Human
 * Genetics 19:251-253.
 */
public final class LogisticWald {

    private LogisticWald() {}

    /** The test. */
    public static TestResult of(StratifiedTables levels) {
        List<TwoByTwo> tables = levels.tables();
        List<Scatter.Effect> effects = new ArrayList<>();
        for (TwoByTwo table : tables) {
            double x1 = table.group().events();
            double y1 = table.group().nonEvents();
            double x2 = table.reference().events();
            double y2 = table.reference().nonEvents();
            if (x1 > 0 && y1 > 0 && x2 > 0 && y2 > 0) {
                effects.add(new Scatter.Effect(StrictMath.log(x1 * y2 / (x2 * y1)), 1 / x1 + 1 / y1 + 1 / x2 + 1 / y2));
            } else if (x1 + x2 > 0 && y1 + y2 > 0) {
                return TestResult.notEstimable(Reason.SEPARATION);
            }
        }
        Optional<Reason> absent = Scatter.absent(effects.size(), tables.size());
        return absent.map(TestResult::notEstimable).orElseGet(() -> Scatter.test(effects));
    }
}
