package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * The table of the moderators of studies.
 *
 * @param say the words
 */
record MetaModerators(MetaWords say) {

    private static final String INTERCEPT = "coefficient=intercept";
    private static final String LOG_INTERCEPT = INTERCEPT + ";scale=log";

    /** The coefficients of moderators. */
    Block table(String method) {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : say.table().results()) {
            String term = result.key().term();
            boolean coefficient = term.startsWith("moderator=") || term.startsWith("coefficient=");
            boolean shown = term.equals(LOG_INTERCEPT) || !term.endsWith("scale=log");
            if (coefficient
                    && shown
                    && !(say.isRatio() && term.equals(INTERCEPT))
                    && result.key().measure() == say.measure()
                    && result.key().method().equals(method)) {
                rows.add(List.of(
                        term.startsWith(INTERCEPT)
                                ? say.words().get(say.isRatio() ? "meta.intercept.log" : "meta.intercept")
                                : Names.shown(term, name -> "")
                                        .replace(", : ", " ")
                                        .substring(2),
                        term.equals(LOG_INTERCEPT) ? logarithm(result) : say.both(result),
                        MetaWords.p(result).replace("= ", "")));
            }
        }
        return new Block.Table(
                List.of(
                        say.words().get("meta.moderator"),
                        say.words().get("meta.effect", say.measureName(), say.level()),
                        say.words().get("hypotheses.p")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT),
                rows);
    }

    /** The effect where all moderators are 0 may be beyond all measure: it is told as the logarithm that it is fitted as. */
    private String logarithm(Result result) {
        Phrases phrases = new Phrases(say.words());
        return say.words()
                .get(
                        "meta.both",
                        phrases.number(result, Statistic.ESTIMATE, value -> Rounding.decimals(value, 2)),
                        phrases.interval(result, value -> Rounding.decimals(value, 2)));
    }
}
