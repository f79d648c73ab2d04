package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.report.Block.Align;

/** What fits a claim: counts in words, recomputed effects and tests in a table. */
final class ReconcileFits {

    private static final int SHOWN = 40;

    private final Words words;
    private final String check;
    private final List<Result> fits;

    /**
     * Those of a verdict.
     *
     * @param verdict the verdict
     * @param results all results of the report
     */
    ReconcileFits(Words words, Result verdict, List<Result> results) {
        this.words = words;
        this.check = verdict.key().method();
        ResultKey key = verdict.key();
        this.fits = results.stream()
                .filter(result -> result.key().measure() != Measure.CONSISTENCY)
                .filter(result -> result.key().term().startsWith(key.term() + ";"))
                .filter(result -> result.key().outcome().equals(key.outcome()))
                .filter(result -> check.equals("split") || result.key().group().equals(key.group()))
                .filter(result -> result.key().reference().equals(key.reference()))
                .toList();
    }

    /** The counts that fit, in words; empty where none are listed. */
    String counts() {
        List<Result> counts = fits.stream()
                .filter(result -> result.key().measure() == Measure.FITTING_COUNTS)
                .filter(result -> result.key().method().equals(check))
                .toList();
        if (counts.isEmpty()) {
            return "";
        }
        List<String> all = check.equals("split")
                ? splits(counts)
                : counts.stream().map(this::count).toList();
        String listed = all.stream().limit(SHOWN).collect(Collectors.joining(check.equals("split") ? "; " : ", "));
        return all.size() > SHOWN
                ? words.get("reconcile.fits.more", listed, all.size() - SHOWN)
                : words.get("reconcile.fits", listed);
    }

    private List<String> splits(List<Result> counts) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        for (Result result : counts) {
            splits.computeIfAbsent(result.key().term(), any -> new ArrayList<>())
                    .add(words.get("reconcile.arm", result.key().group(), count(result)));
        }
        return splits.values().stream()
                .map(parts -> String.join(" " + words.get("reconcile.and") + " ", parts))
                .toList();
    }

    private String count(Result result) {
        String term = result.key().term();
        if (check.equals("effect")) {
            return Names.shownValue(term.substring(term.lastIndexOf(";counts=") + 1));
        }
        String n = number(result, Statistic.ASSESSED, 0);
        String least = number(result, Statistic.MIN, 0);
        String most = number(result, Statistic.MAX, 0);
        String what = check.equals("mean") ? "reconcile.sum" : "reconcile";
        return least.equals(most) ? words.get(what + ".of", least, n) : words.get(what + ".range.of", least, most, n);
    }

    /** Each method with what it gives, where the verdict is of an interval or a p-value. */
    Optional<Block> methods() {
        boolean tests = check.equals("p-value");
        if (!tests && !check.equals("interval")) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Result result : fits) {
            Measure measure = result.key().measure();
            if (measure != Measure.FITTING_COUNTS && (measure == Measure.TEST) == tests) {
                String term = result.key().term();
                String counts = Names.shownValue(term.substring(term.lastIndexOf(";counts=") + 1));
                String note = result.cell(Statistic.FITS).orElseThrow().note();
                rows.add(List.of(
                        counts,
                        result.key().method(),
                        tests ? p(result) : interval(result),
                        words.get("reconcile." + note)));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> header = List.of(
                words.get("reconcile.counts"),
                words.get("method"),
                words.get(tests ? "reconcile.p" : "reconcile.interval"),
                words.get("reconcile.printed"));
        return Optional.of(new Block.Table(header, List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT), rows));
    }

    private String p(Result result) {
        return result.value(Statistic.P_VALUE).map(Rounding::fineP).orElse("");
    }

    private String interval(Result result) {
        boolean points = result.cell(Statistic.CONF_LOW).orElseThrow().unit() == Unit.PROPORTION_DIFFERENCE;
        return words.get(
                "reconcile.limits",
                limit(result, Statistic.ESTIMATE, points),
                limit(result, Statistic.CONF_LOW, points),
                limit(result, Statistic.CONF_HIGH, points));
    }

    private String limit(Result result, Statistic statistic, boolean points) {
        return result.value(statistic)
                .map(value -> points ? Rounding.decimals(100 * value, 2) : Rounding.decimals(value, 3))
                .orElse("-");
    }

    private static String number(Result result, Statistic statistic, int decimals) {
        return Rounding.decimals(result.value(statistic).orElseThrow(), decimals);
    }
}
