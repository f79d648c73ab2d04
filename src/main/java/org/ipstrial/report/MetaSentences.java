package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.studies.MixedModelMethods;

/**
 * The sentences about several studies.
 *
 * @param say the words
 */
record MetaSentences(MetaWords say) {

    String title() {
        double studies = say.first(MetaWords.POOLED, "", "", Measure.COUNT)
                .flatMap(count -> count.value(Statistic.STUDIES))
                .orElseThrow();
        return say.words()
                .get(studies == 1 ? "meta.title.one" : "meta.title", say.measureName(), Rounding.decimals(studies, 0));
    }

    /** The effect, where a further study may lie, how far studies differ, and what was decided on the way. */
    List<String> opening(Result first) {
        List<String> texts = new ArrayList<>();
        texts.add(
                first.value(Statistic.ESTIMATE).isEmpty()
                        ? say.words().get("meta.none", say.measureName(), say.estimate(first))
                        : say.words()
                                .get(
                                        "meta.headline",
                                        say.measureName(),
                                        say.estimate(first) + say.unit(),
                                        say.level(),
                                        say.interval(first),
                                        MetaWords.p(first).isEmpty()
                                                ? ""
                                                : say.words().get("meta.headline.p", MetaWords.p(first)),
                                        say.words()
                                                .methods()
                                                .beginning(
                                                        say.method(first.key().method()))));
        say.beside(first, Measure.PREDICTION_INTERVAL)
                .ifPresent(interval -> texts.add(say.words().get("meta.prediction", say.interval(interval))));
        say.beside(first, Measure.TAU_SQUARED).ifPresent(tau -> texts.add(differences(first, tau)));
        decided().ifPresent(texts::add);
        return texts;
    }

    private String differences(Result first, Result tau) {
        Phrases phrases = new Phrases(say.words());
        if (say.beside(first, Measure.I_SQUARED).isEmpty()) {
            return ofCounts(tau);
        }
        Result share = say.beside(first, Measure.I_SQUARED).orElseThrow();
        Optional<Result> test = say.of(MetaWords.POOLED, "", "", Measure.HETEROGENEITY_TEST).stream()
                .filter(result -> result.key().method().equals("cochran-q"))
                .findFirst();
        if (tau.value(Statistic.ESTIMATE).isEmpty()) {
            return say.words().get("meta.differ.none", phrases.number(tau, Statistic.ESTIMATE, MetaWords::variance));
        }
        return say.words()
                .get(
                        "meta.differ",
                        phrases.number(tau, Statistic.ESTIMATE, MetaWords::variance),
                        phrases.interval(tau, MetaWords::variance),
                        phrases.number(share, Statistic.ESTIMATE, Rounding::percent),
                        phrases.interval(share, Rounding::percent),
                        test.flatMap(result -> result.value(Statistic.STATISTIC))
                                .map(q -> Rounding.decimals(q, 1))
                                .orElse(""),
                        test.flatMap(result -> result.value(Statistic.DF))
                                .map(df -> Rounding.decimals(df, 0))
                                .orElse(""),
                        test.map(MetaWords::p).orElse(""));
    }

    /** The same of a model of counts, whose variance between studies has no limits. */
    private String ofCounts(Result tau) {
        String variance = MetaWords.variance(tau.value(Statistic.ESTIMATE).orElseThrow());
        return say.of(MetaWords.POOLED, "", "", Measure.HETEROGENEITY_TEST).stream()
                .filter(result -> MixedModelMethods.isOf(result.key().method())
                        && result.value(Statistic.P_VALUE).isPresent())
                .findFirst()
                .map(test -> say.words()
                        .get(
                                "meta.differ.counts",
                                variance,
                                Rounding.decimals(
                                        test.value(Statistic.STATISTIC).orElseThrow(), 1),
                                Rounding.decimals(test.value(Statistic.DF).orElseThrow(), 0),
                                MetaWords.p(test)))
                .orElse(say.words().get("meta.differ.none", variance));
    }

    /** What was done to studies. */
    private Optional<String> decided() {
        Set<String> notes = new LinkedHashSet<>();
        say.table().results().stream()
                .filter(result -> result.key().measure() == say.measure()
                        && !result.key().term().startsWith("adjustment="))
                .flatMap(result -> result.cell(Statistic.ESTIMATE).stream())
                .filter(cell -> cell.value().isPresent() && !cell.note().isEmpty())
                .forEach(cell -> notes.add(cell.note()));
        List<String> texts = new ArrayList<>();
        notes.forEach(note -> texts.add(say.words().get("meta.did." + note)));
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }

    String between(Result test) {
        return test.value(Statistic.P_VALUE).isEmpty()
                ? say.words()
                        .get(
                                "meta.between.none",
                                new Phrases(say.words())
                                        .reason(test.cells()
                                                .get(Statistic.P_VALUE)
                                                .note()))
                : say.words()
                        .get(
                                "meta.between",
                                Rounding.decimals(
                                        test.value(Statistic.STATISTIC).orElseThrow(), 2),
                                Rounding.decimals(test.value(Statistic.DF).orElseThrow(), 0),
                                MetaWords.p(test));
    }

    String moderators(Result test) {
        Result tau = say.beside(test, Measure.TAU_SQUARED).orElseThrow();
        Phrases phrases = new Phrases(say.words());
        String explained = say.beside(test, Measure.VARIANCE_EXPLAINED)
                .flatMap(share -> share.value(Statistic.ESTIMATE))
                .map(share -> say.words().get("meta.explained", Rounding.percent(share)))
                .orElse("");
        return say.words()
                .get(
                        "meta.moderators.test",
                        MetaWords.p(test).isEmpty() ? "" : say.words().get("test.p", MetaWords.p(test)),
                        phrases.number(tau, Statistic.ESTIMATE, MetaWords::variance),
                        phrases.interval(tau, MetaWords::variance),
                        explained);
    }

    String closing(List<Result> pooled) {
        Set<String> names = new LinkedHashSet<>();
        pooled.forEach(result -> names.add(say.method(result.key().method())));
        return say.words()
                .get(
                        "meta.closing",
                        names.size() > 3
                                ? say.words().get("meta.closing.many", names.size())
                                : String.join("; ", names),
                        say.words().get("meta.shared." + say.table().settings().get("shared-control")),
                        say.words().get("meta.zero." + say.table().settings().get("zero-cells")),
                        say.level());
    }
}
