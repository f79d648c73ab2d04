package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * Of a programme what goes by days and by jobs: the first contact with an employer, support, and the match of jobs.
 *
 * @param words the words
 * @param table the results of the command {@code caseload}
 */
record CaseloadTimes(Words words, ResultTable table) {

    private static final String CONTACT = "cause=employer-contact";
    private static final String LEFT = "cause=left";
    /** The first contact is drawn for this many times the days within which it is to come, where most of it happens. */
    private static final int SHOWN = 6;

    private static final String YEAR = "365";
    private static final String HALF_A_YEAR = "183";
    private static final String YES = "job_match=yes";
    private static final String NO = "job_match=no";

    private static final DoubleFunction<String> DAYS = value -> Rounding.decimals(value, 0);
    private static final DoubleFunction<String> PERCENT = value -> Rounding.percent(value) + "%";

    /** How soon employers are talked to. */
    List<Block> contact() {
        Optional<Result> counts = find("first-employer-contact", "", Measure.COUNT, "", "");
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        String within = String.valueOf(table.settings().get("within"));
        blocks.add(new Block.Heading(2, words.get("caseload.contact")));
        find("first-employer-contact", "", Measure.CUMULATIVE_INCIDENCE, within, CONTACT)
                .ifPresentOrElse(
                        had -> blocks.add(new Block.Paragraph(words.get(
                                grouped() ? "caseload.contact.share-grouped" : "caseload.contact.share",
                                within,
                                estimate(had, PERCENT),
                                number(counts.get(), Statistic.ASSESSED),
                                find("first-employer-contact", "", Measure.CUMULATIVE_INCIDENCE, within, LEFT)
                                        .map(left -> number(left, Statistic.ESTIMATE, PERCENT))
                                        .orElseThrow()))),
                        () -> blocks.add(new Block.Paragraph(words.get("caseload.nobody"))));
        find("first-employer-contact", "", Measure.MEDIAN_TIME, "", CONTACT)
                .ifPresent(median ->
                        blocks.add(new Block.Paragraph(words.get("caseload.contact.median", estimate(median, DAYS)))));
        find("first-employer-contact", "", Measure.COUNT, "", LEFT)
                .filter(any -> !grouped())
                .ifPresent(left -> blocks.add(new Block.Paragraph(words.get(
                        "caseload.contact.counts",
                        number(counts.get(), Statistic.EVENTS),
                        number(counts.get(), Statistic.ASSESSED),
                        number(left, Statistic.EVENTS)))));
        if (!grouped()) {
            blocks.add(new Block.Paragraph(words.get("caseload.contact.rule")));
        }
        arm("first-employer-contact", "", "cumulative-incidence", ";" + CONTACT, "incidence", "caseload.contact.line")
                .map(line -> line.upTo(SHOWN * ((Number) table.settings().get("within")).doubleValue()))
                .ifPresent(line -> blocks.add(plot("caseload.contact", true, List.of(line))));
        return blocks;
    }

    /** How long people are supported once they have a job. */
    List<Block> support() {
        Optional<Result> counts = find("support", "", Measure.COUNT, "", "");
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("caseload.support")));
        find("support", "", Measure.SURVIVAL, YEAR, "")
                .ifPresentOrElse(
                        still -> blocks.add(new Block.Paragraph(words.get(
                                grouped() ? "caseload.support.share-grouped" : "caseload.support.share",
                                number(counts.get(), Statistic.ASSESSED),
                                estimate(still, PERCENT),
                                number(counts.get(), Statistic.EVENTS)))),
                        () -> blocks.add(new Block.Paragraph(words.get("caseload.nobody"))));
        find("support", "", Measure.MEDIAN_TIME, "", "")
                .ifPresent(median -> blocks.add(new Block.Paragraph(words.get(
                        "caseload.support.median",
                        estimate(median, DAYS),
                        find("support", "", Measure.RMST, YEAR, "")
                                .map(mean -> estimate(mean, DAYS))
                                .orElseThrow()))));
        if (!grouped()) {
            blocks.add(new Block.Paragraph(words.get("caseload.support.rule")));
        }
        arm("support", "", "survival", "", "survival", "caseload.support.line")
                .ifPresent(line -> blocks.add(plot("caseload.support", false, List.of(line))));
        return blocks;
    }

    /** Which jobs match what people wished for, and how long the first is kept by that. */
    List<Block> match() {
        Optional<Result> all = find("job-match", "", Measure.COUNT, "", "");
        if (all.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("caseload.match")));
        List<List<String>> shares = new ArrayList<>();
        for (String outcome : List.of("job-match", "first-job-match")) {
            Result counts = find(outcome, "", Measure.COUNT, "", "").orElseThrow();
            shares.add(List.of(
                    words.get("caseload.match." + outcome),
                    number(counts, Statistic.ASSESSED),
                    number(counts, Statistic.EVENTS),
                    find(outcome, "", Measure.PROPORTION, "", "")
                            .map(share -> inTable(share, PERCENT))
                            .orElse(""),
                    number(counts, Statistic.MISSING)));
        }
        blocks.add(new Block.Table(
                List.of(
                        "",
                        words.get("caseload.match.known"),
                        words.get("caseload.match.matching"),
                        words.get("caseload.match.share", phrases().level(table)),
                        words.get("caseload.match.unknown")),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                shares));
        blocks.add(new Block.Paragraph(words.get("caseload.match.rule")));
        blocks.add(new Block.Heading(2, words.get("caseload.tenure")));
        blocks.add(tenure());
        blocks.add(new Block.Paragraph(words.get("caseload.tenure.not-randomised")));
        List<CurvePlot.Arm> lines = new ArrayList<>();
        for (String stratum : List.of(YES, NO)) {
            arm("first-job-tenure", stratum, "survival", "", "survival", "caseload.tenure." + Names.shownValue(stratum))
                    .ifPresent(lines::add);
        }
        if (!lines.isEmpty()) {
            blocks.add(plot("caseload.tenure", false, lines));
        }
        return blocks;
    }

    private Block tenure() {
        List<List<String>> rows = new ArrayList<>();
        for (String stratum : List.of(YES, NO)) {
            Result counts =
                    find("first-job-tenure", stratum, Measure.COUNT, "", "").orElseThrow();
            List<String> row = new ArrayList<>(List.of(
                    words.get("caseload.tenure." + Names.shownValue(stratum)),
                    number(counts, Statistic.ASSESSED),
                    number(counts, Statistic.EVENTS)));
            row.add(find("first-job-tenure", stratum, Measure.MEDIAN_TIME, "", "")
                    .map(median -> inTable(median, DAYS))
                    .orElse(""));
            for (String day : List.of(HALF_A_YEAR, YEAR)) {
                row.add(find("first-job-tenure", stratum, Measure.SURVIVAL, day, "")
                        .map(kept -> inTable(kept, PERCENT))
                        .orElse(""));
            }
            rows.add(row);
        }
        return new Block.Table(
                List.of(
                        "",
                        words.get("caseload.tenure.people"),
                        words.get("caseload.tenure.ended"),
                        words.get("caseload.tenure.median", phrases().level(table)),
                        words.get("caseload.tenure.kept", HALF_A_YEAR, phrases().level(table)),
                        words.get("caseload.tenure.kept", YEAR, phrases().level(table))),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                rows);
    }

    /** Whether days are grouped, so that only those are counted of whom all of them are known. */
    private boolean grouped() {
        return table.settings().containsKey("min-cell");
    }

    private Phrases phrases() {
        return new Phrases(words);
    }

    private Optional<Result> find(String outcome, String stratum, Measure measure, String timepoint, String term) {
        return table.results().stream()
                .filter(result -> result.key().outcome().equals(outcome)
                        && result.key().stratum().equals(stratum)
                        && result.key().measure() == measure
                        && result.key().timepoint().equals(timepoint)
                        && result.key().term().equals(term))
                .findFirst();
    }

    private String number(Result result, Statistic statistic) {
        return number(result, statistic, DAYS);
    }

    private String number(Result result, Statistic statistic, DoubleFunction<String> shown) {
        return phrases().number(result, statistic, shown);
    }

    /** An estimate with its interval in brackets, whose level the head of the column tells. */
    private String inTable(Result result, DoubleFunction<String> shown) {
        String estimate = number(result, Statistic.ESTIMATE, shown);
        return hasLimits(result)
                ? words.get("caseload.in-table", estimate, phrases().interval(result, shown))
                : estimate;
    }

    private static boolean hasLimits(Result result) {
        return result.value(Statistic.CONF_LOW).isPresent()
                || result.value(Statistic.CONF_HIGH).isPresent();
    }

    /** An estimate with its interval in brackets; alone where there are no limits. */
    private String estimate(Result result, DoubleFunction<String> shown) {
        String estimate = number(result, Statistic.ESTIMATE, shown);
        return hasLimits(result)
                ? words.get(
                        "caseload.estimate",
                        estimate,
                        Phrases.level(result),
                        phrases().interval(result, shown))
                : estimate;
    }

    private Block plot(String key, boolean rising, List<CurvePlot.Arm> lines) {
        return new CurvePlot(
                words.get(key + ".figure", phrases().level(table)),
                words.get(key + ".axis-time"),
                words.get(key + ".axis"),
                words.get("caseload.at-risk"),
                rising,
                lines);
    }

    private Optional<CurvePlot.Arm> arm(
            String outcome, String stratum, String kind, String after, String column, String label) {
        String whose = Names.pair("outcome", outcome) + (stratum.isEmpty() ? "" : ";" + stratum);
        Optional<Map<String, double[]>> curve = series(kind + ";" + whose + after);
        Optional<Map<String, double[]>> atRisk = series("at-risk;" + whose);
        Optional<Map<String, double[]>> censored = series("censored;" + whose);
        if (curve.isEmpty() || atRisk.isEmpty() || censored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurvePlot.Arm(
                        words.get(label),
                        curve.get().get("time"),
                        curve.get().get(column),
                        curve.get().get("conf.low"),
                        curve.get().get("conf.high"),
                        censored.get().get("time"),
                        atRisk.get().get("time"),
                        atRisk.get().get("at.risk"))
                .thinned());
    }

    private Optional<Map<String, double[]>> series(String name) {
        return table.series().stream()
                .filter(series -> series.name().equals("caseload;" + name))
                .map(Series::columns)
                .findFirst();
    }
}
