package org.ipstrial.report;

import java.util.List;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** The row of a test: what it is, the statistic with its degrees of freedom, the p-value. */
final class TestRow {

    private TestRow() {}

    static List<String> of(Words words, Phrases phrases, Result result) {
        if (result.cells().containsKey(Statistic.P_ADJUSTED)) {
            return List.of(
                    words.get("test.adjusted"),
                    phrases.number(result, Statistic.P_ADJUSTED, p -> words.get("test.p", Rounding.p(p))),
                    "",
                    result.key().method());
        }
        return List.of(
                words.get("measure.test"),
                phrases.number(result, Statistic.P_VALUE, p -> words.get("test.p", Rounding.p(p))),
                statistic(words, result),
                Phrases.method(result));
    }

    private static String statistic(Words words, Result result) {
        return result.value(Statistic.STATISTIC)
                .map(statistic -> result.value(Statistic.DF)
                        .map(df -> words.get("test.statistic-df", Rounding.decimals(statistic, 2), degrees(df)))
                        .orElseGet(() -> words.get("test.statistic", Rounding.decimals(statistic, 2))))
                .orElse("");
    }

    private static String degrees(double df) {
        return Rounding.decimals(df, df == Math.rint(df) ? 0 : 1);
    }
}
