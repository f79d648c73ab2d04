package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The tables with one row an arm. */
final class ArmTable {

    private final Words words;
    private final Phrases phrases;
    private final String interval;

    ArmTable(Words words) {
        this(words, false);
    }

    /**
     * Tables.
     *
     * @param oneSided whether the intervals have one limit and the end of the scale
     */
    ArmTable(Words words, boolean oneSided) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.interval = oneSided ? "ci.one-sided" : "ci";
    }

    /** Rows, assessed, missing and events, and the percentage with its interval by each method. */
    Block.Table rates(Section section) {
        List<Result> sample = section.of(section.arms().get(0), Measure.PROPORTION, "", "");
        boolean rowsKnown = section.first(section.arms().get(0), Measure.COUNT)
                .flatMap(counts -> counts.cell(Statistic.RANDOMISED))
                .isPresent();
        List<String> header = new ArrayList<>(List.of(""));
        if (rowsKnown) {
            header.add(words.get(section.isRandomised() ? "count.randomised" : "count.rows"));
        }
        header.add(words.get("count.assessed"));
        if (rowsKnown) {
            header.add(words.get("count.missing"));
        }
        header.add(words.get("count.events"));
        header.add(words.get("percent"));
        for (Result result : sample) {
            header.add(words.get(interval, Phrases.level(result))
                    + (sample.size() > 1 ? ", " + result.key().method() : ""));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            List<Result> shares = section.of(arm, Measure.PROPORTION, "", "");
            List<String> row = new ArrayList<>(List.of(arm));
            if (rowsKnown) {
                row.add(count(counts, Statistic.RANDOMISED));
            }
            row.add(count(counts, Statistic.ASSESSED));
            if (rowsKnown) {
                row.add(count(counts, Statistic.MISSING));
            }
            row.add(count(counts, Statistic.EVENTS));
            row.add(percent(shares.get(0)));
            shares.forEach(share -> row.add(phrases.interval(share, Rounding::percent)));
            rows.add(row);
        }
        return new Block.Table(header, wordsThenNumbers(header.size()), rows);
    }

    /** Rows, assessed, missing, and how many worked. */
    Block.Table workers(Section section, String analysisSet) {
        List<String> header = List.of(
                "",
                words.get(section.isRandomised() ? "count.randomised" : "count.rows"),
                words.get("count.assessed"),
                words.get("count.missing"),
                words.get("count.worked"));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.of(arm, Measure.COUNT, analysisSet, "").get(0);
            rows.add(List.of(
                    arm,
                    count(counts, Statistic.RANDOMISED),
                    count(counts, Statistic.ASSESSED),
                    count(counts, Statistic.MISSING),
                    count(counts, Statistic.EVENTS)));
        }
        return new Block.Table(header, wordsThenNumbers(header.size()), rows);
    }

    /** Rows, assessed, missing, mean, SD, median, quartiles, range and zeros. */
    Block.Table amounts(Section section, String analysisSet) {
        boolean everybody = !analysisSet.equals("workers-only");
        // Of workers who are chosen by the amount itself, nobody's can be missing.
        boolean missing = section.of(section.arms().get(0), Measure.COUNT, analysisSet, "")
                .get(0)
                .cell(Statistic.MISSING)
                .isPresent();
        List<String> header = new ArrayList<>(List.of(""));
        if (everybody) {
            header.add(words.get(section.isRandomised() ? "count.randomised" : "count.rows"));
        }
        header.add(words.get(missing ? "count.assessed" : "count.people"));
        if (missing) {
            header.add(words.get("count.missing"));
        }
        for (String key : List.of("mean", "sd", "median", "quartiles", "range")) {
            header.add(words.get("summary." + key));
        }
        if (everybody) {
            header.add(words.get("summary.zeros"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.of(arm, Measure.COUNT, analysisSet, "").get(0);
            Result summary = section.of(arm, Measure.SUMMARY, analysisSet, "").get(0);
            int decimals = Rounding.decimalsFor(summary.value(Statistic.MEAN).orElse(0.0));
            List<String> row = new ArrayList<>(List.of(arm));
            if (everybody) {
                row.add(count(counts, Statistic.RANDOMISED));
            }
            row.add(count(counts, Statistic.ASSESSED));
            if (missing) {
                row.add(count(counts, Statistic.MISSING));
            }
            row.add(amount(summary, Statistic.MEAN, decimals));
            row.add(amount(summary, Statistic.SD, decimals));
            row.add(amount(summary, Statistic.MEDIAN, decimals));
            row.add(pair(summary, Statistic.P25, Statistic.P75, decimals));
            row.add(pair(summary, Statistic.MIN, Statistic.MAX, decimals));
            if (everybody) {
                row.add(zeros(counts, summary));
            }
            rows.add(row);
        }
        return new Block.Table(header, wordsThenNumbers(header.size()), rows);
    }

    /** A percentage with its sign, or why there is none. */
    String percent(Result share) {
        return phrases.number(share, Statistic.ESTIMATE, value -> words.get("percent.value", Rounding.percent(value)));
    }

    /** A number of people, or that it is hidden. */
    String count(Result counts, Statistic statistic) {
        return phrases.number(counts, statistic, value -> Rounding.decimals(value, 0));
    }

    private String amount(Result summary, Statistic statistic, int decimals) {
        return phrases.number(summary, statistic, value -> Rounding.decimals(value, decimals));
    }

    private String pair(Result summary, Statistic from, Statistic to, int decimals) {
        Cell low = summary.cells().get(from);
        Cell high = summary.cells().get(to);
        return low.value().isPresent() && high.value().isPresent()
                ? phrases.interval(low, high, value -> Rounding.decimals(value, decimals))
                : phrases.reason(low.value().isPresent() ? high.note() : low.note());
    }

    private String zeros(Result counts, Result summary) {
        String zeros = count(summary, Statistic.ZEROS);
        Optional<Double> assessed = counts.value(Statistic.ASSESSED).filter(people -> people > 0);
        Optional<Double> share =
                summary.value(Statistic.ZEROS).flatMap(number -> assessed.map(people -> number / people));
        return share.map(value -> words.get("summary.zeros.value", zeros, Rounding.percent(value)))
                .orElse(zeros);
    }

    private static List<Align> wordsThenNumbers(int columns) {
        List<Align> align = new ArrayList<>(Collections.nCopies(columns, Align.RIGHT));
        align.set(0, Align.LEFT);
        return align;
    }
}
