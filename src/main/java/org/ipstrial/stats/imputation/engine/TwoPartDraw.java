package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Missing amounts of which many are exactly 0: whether there is any by {@link LogisticDraw}, and how much by another engine
 * that looks at those who have some.
 *
 * <p>Unit: that of the amount. Where everybody has some, the first part has nothing to settle.
 *
 * <p>Edges: those of the two parts.
 *
 * <p>Source: Javaras KN, Van Dyk DA (2003), Journal of the American Statistical Association 98:703-715, for amounts in two
 * parts; by chained equations: White IR, Royston P, Wood AM (2011), Statistics in Medicine 30:377-399, section 2.4.
 */
final class TwoPartDraw {

    private TwoPartDraw() {}

    /** Draws the missing values, the amounts above 0 by an engine. */
    static Drawn of(DrawData data, Variates random, ImputationEngine amounts) {
        int[] some = where(data.outcome());
        if (some.length == data.outcome().length) {
            return amounts.draw(data, random);
        }
        double[] any = Arrays.stream(data.outcome()).map(y -> y > 0 ? 1 : 0).toArray();
        Drawn whether = LogisticDraw.of(data.withOutcome(any), random);
        if (!(whether instanceof Drawn.Values first)) {
            return whether;
        }
        int[] drawn = where(first.values());
        Drawn second = amounts.draw(data.of(some, drawn), random);
        if (!(second instanceof Drawn.Values above)) {
            return second;
        }
        double[] values = new double[data.draws()];
        for (int k = 0; k < drawn.length; k++) {
            values[drawn[k]] = above.values()[k];
        }
        return new Drawn.Values(values, first.augmented(), above.donors());
    }

    private static int[] where(double[] values) {
        return IntStream.range(0, values.length).filter(i -> values[i] > 0).toArray();
    }
}
