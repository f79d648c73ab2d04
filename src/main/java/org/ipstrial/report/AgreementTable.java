package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.report.Block.Align;

/**
 * The primary analysis of a contrast above every other way to look at its missing outcomes, each with the side of the tested
 * difference on which its interval lies, and whether that is the primary one's.
 */
final class AgreementTable {

    /**
     * From which numbers of the missing on the primary analysis is no longer agreed with.
     *
     * @param label  what is held fixed
     * @param agrees how far the agreement goes
     * @param method the method's name
     */
    record Tipping(String label, String agrees, String method) {}

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section.Contrast contrast;
    private final Measure measure;
    private final DoubleFunction<String> estimate;
    private final DoubleFunction<String> limits;
    private final List<Result> primary;

    AgreementTable(
            Words words,
            ResultTable table,
            Section.Contrast contrast,
            Measure measure,
            DoubleFunction<String> estimate,
            DoubleFunction<String> limits) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.contrast = contrast;
        this.measure = measure;
        this.estimate = estimate;
        this.limits = limits;
        this.primary = contrast.of(measure);
    }

    /** The effect of a contrast with its missing outcomes imputed, if they were. */
    static Optional<Result> imputed(Section section, Section.Contrast contrast, Measure measure) {
        return section.imputed(contrast).results().stream()
                .filter(result ->
                        result.key().measure() == measure && result.key().term().isEmpty())
                .findFirst();
    }

    /** The side of the tested difference on which the interval of the primary analysis lies, by one method or the first. */
    Optional<String> primarySide(Predicate<Result> which) {
        return primary.stream().filter(which).findFirst().flatMap(this::side);
    }

    /**
     * The table.
     *
     * @param fillings the missing filled, by each method of the primary analysis in its order
     * @param rules    the beginning of the keys of what was filled in
     * @param imputed  the missing imputed
     * @param tippings how far the agreement goes
     * @param methods  whether the methods are named
     */
    Block of(List<Result> fillings, String rules, Optional<Result> imputed, List<Tipping> tippings, boolean methods) {
        List<List<String>> rows = new ArrayList<>();
        primary.forEach(result -> rows.add(row(words.get("missing.primary", rule("rule.", result)), result, "")));
        for (int i = 0; i < fillings.size(); i++) {
            Result filled = fillings.get(i);
            rows.add(row(rule(rules, filled), filled, agrees(filled, primary.get(i % primary.size()))));
        }
        imputed.ifPresent(result -> rows.add(row(
                words.get("missing.imputed", table.settings().get("imputations")),
                result,
                agrees(result, primary.get(0)))));
        tippings.forEach(tipping -> rows.add(List.of(tipping.label(), "", "", "", tipping.agrees(), tipping.method())));
        List<String> header = List.of(
                words.get("measure." + measure.id()),
                words.get("estimate"),
                words.get(new HypothesisLines(words, table).key("ci"), Phrases.level(primary.get(0))),
                words.get("missing.interval"),
                words.get("missing.agrees"),
                words.get("method"));
        int columns = methods ? header.size() : header.size() - 1;
        return new Block.Table(
                header.subList(0, columns),
                Collections.nCopies(columns, Align.LEFT),
                rows.stream().map(row -> row.subList(0, columns)).toList());
    }

    private String rule(String rules, Result result) {
        return words.get(rules + result.key().missingRule(), contrast.group(), contrast.reference());
    }

    private List<String> row(String label, Result view, String agrees) {
        return List.of(
                label,
                phrases.number(view, Statistic.ESTIMATE, estimate),
                phrases.interval(view, limits),
                side(view)
                        .map(this::shown)
                        .orElseGet(() -> phrases.reason(
                                view.cells().get(Statistic.CONF_LOW).note())),
                agrees,
                view.key().method());
    }

    private String shown(String side) {
        return words.get("tipping.side." + side + (hasMargin() ? ".margin" : ""), contrast.group());
    }

    private String agrees(Result view, Result like) {
        Optional<String> one = side(view);
        Optional<String> other = side(like);
        if (one.isEmpty() || other.isEmpty()) {
            String note = view.cells().get(Statistic.CONF_LOW).note();
            return note.equals(CellPolicy.NOTE) ? phrases.reason(note) : "";
        }
        return words.get(one.equals(other) ? "missing.agrees.yes" : "missing.agrees.no");
    }

    /** On which side of the tested difference an interval lies; nothing where there is none. */
    private Optional<String> side(Result view) {
        Optional<Double> low = view.value(Statistic.CONF_LOW);
        Optional<Double> high = view.value(Statistic.CONF_HIGH);
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        double tested = hasMargin() ? (double) table.settings().get("margin") : 0;
        if (low.filter(limit -> limit > tested).isPresent()) {
            return Optional.of("above");
        }
        return Optional.of(high.filter(limit -> limit < tested).isPresent() ? "below" : "around");
    }

    private boolean hasMargin() {
        return measure.id().equals(table.settings().get("margin-measure"));
    }
}
