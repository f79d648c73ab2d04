package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/**
 * The sentences about the shares of either kind of arm, which compare nobody, and about a thousand people.
 *
 * @param say the words
 */
record MetaShares(MetaWords say) {

    private static final double THOUSAND = 1000;

    /** The shares of either kind of arm, and what the effect means for a thousand people. */
    List<String> sentences(Result first) {
        List<String> texts = new ArrayList<>();
        Optional<Result> treatment = say.first("treatment", "", "", Measure.PROPORTION);
        Optional<Result> control = say.first("control", "", "", Measure.PROPORTION);
        if (treatment.isEmpty() || control.isEmpty()) {
            return texts;
        }
        texts.add(say.words()
                .get("meta.shares", share(treatment.get()), share(control.get()), say.level(), say.both(first)));
        say.first(MetaWords.POOLED, "", "assumed=pooled-control-share", Measure.RISK_DIFFERENCE)
                .ifPresent(difference -> thousand(control.get(), difference).ifPresent(texts::add));
        return texts;
    }

    private String share(Result result) {
        Phrases phrases = new Phrases(say.words());
        return result.value(Statistic.ESTIMATE).isEmpty()
                ? phrases.number(result, Statistic.ESTIMATE, Rounding::percent)
                : say.words()
                        .get(
                                "meta.share",
                                phrases.number(result, Statistic.ESTIMATE, Rounding::percent),
                                phrases.interval(result, Rounding::percent));
    }

    private Optional<String> thousand(Result control, Result difference) {
        Optional<Double> risk = control.value(Statistic.ESTIMATE);
        Optional<Double> more = difference.value(Statistic.ESTIMATE);
        Optional<Double> low = difference.value(Statistic.CONF_LOW);
        Optional<Double> high = difference.value(Statistic.CONF_HIGH);
        if (risk.isEmpty() || more.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(say.words()
                .get(
                        "meta.thousand",
                        people(risk.get()),
                        people(risk.get() + more.get()),
                        moreOrFewer(more.get()),
                        say.level(),
                        moreOrFewer(low.get()),
                        moreOrFewer(high.get())));
    }

    private String moreOrFewer(double difference) {
        return say.words().get(difference < 0 ? "meta.fewer" : "meta.more-of", people(Math.abs(difference)));
    }

    private static String people(double share) {
        return Rounding.decimals(share * THOUSAND, 0);
    }
}
