package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** What comes of imputing the missing outcomes many times: the pooled effects, how sure they are, and how the draws went. */
final class ImputationBlocks {

    private static final List<Measure> MEASURES =
            List.of(Measure.RISK_DIFFERENCE, Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.MEAN_DIFFERENCE);

    private static final String SUM = "sum.";
    private static final double PER_CENT = 100;

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;

    ImputationBlocks(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
    }

    List<Block> blocks() {
        List<List<String>> rows = new ArrayList<>();
        Optional<Result> any = Optional.empty();
        for (Section.Contrast contrast : section.contrasts()) {
            List<Result> results = section.imputed(contrast).results();
            for (Measure measure : MEASURES) {
                Optional<Result> effect = find(results, measure, "");
                any = any.or(() -> effect);
                effect.ifPresent(result -> rows.add(row(contrast, results, result)));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("imputed.heading")));
        blocks.add(new Block.Paragraph(words.get(
                "imputed.how",
                table.settings().get("imputations"),
                table.settings().get("iterations"),
                words.get("imputed.arms." + table.settings().get("impute-arms")))));
        blocks.add(new Block.Table(
                List.of(
                        "",
                        words.get("estimate"),
                        words.get(new HypothesisLines(words, table).key("ci"), Phrases.level(any.orElseThrow())),
                        words.get("imputed.test"),
                        words.get("imputed.error"),
                        words.get("imputed.fmi"),
                        words.get("imputed.needed")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                rows));
        blocks.add(new Block.Paragraph(words.get("imputed.reading")));
        table.settings().forEach((name, what) -> {
            if (name.startsWith(SUM)) {
                blocks.add(
                        new Block.Paragraph(words.get("imputed.sum", table.label(name.substring(SUM.length())), what)));
            }
        });
        setting("imputed.").ifPresent(what -> blocks.add(new Block.Paragraph(words.get("imputed.engines", what))));
        blocks.addAll(new DonorBlocks(words, table).blocks(section));
        setting("augmented.")
                .ifPresent(what -> blocks.add(
                        new Block.Paragraph(words.get("imputed.augmented", new Stated(words).augmented(what)))));
        blocks.addAll(traces());
        return blocks;
    }

    private Optional<Object> setting(String prefix) {
        return Optional.ofNullable(table.settings().get(prefix + section.outcome()));
    }

    private List<String> row(Section.Contrast contrast, List<Result> results, Result effect) {
        Measure measure = effect.key().measure();
        DoubleFunction<String> shown =
                shown(measure, effect.value(Statistic.ESTIMATE).orElse(0.0));
        String pair = words.get("contrast", contrast.group(), contrast.reference());
        String what = words.get("measure." + measure.id());
        return List.of(
                section.contrasts().size() > 1 ? pair + ": " + what : what,
                phrases.number(effect, Statistic.ESTIMATE, shown),
                phrases.interval(effect, measure == Measure.RISK_DIFFERENCE ? Rounding::percent : shown),
                told(Optional.of(effect), Statistic.P_VALUE, value -> words.get("test.p", Rounding.p(value))),
                told(
                        find(results, measure, Names.pooling("monte-carlo-error")),
                        Statistic.ESTIMATE,
                        measure == Measure.RISK_DIFFERENCE ? this::fine : shown),
                told(
                        find(results, measure, Names.pooling("fraction-missing-information")),
                        Statistic.ESTIMATE,
                        words::percent),
                told(
                        find(
                                results,
                                measure,
                                Names.pooling("imputations-needed") + ";" + Names.pair("rule", "quadratic")),
                        Statistic.ESTIMATE,
                        value -> Rounding.whole((long) value)));
    }

    private String told(Optional<Result> result, Statistic statistic, DoubleFunction<String> shown) {
        return result.filter(any -> any.cell(statistic).isPresent())
                .map(any -> phrases.number(any, statistic, shown))
                .orElse("");
    }

    private DoubleFunction<String> shown(Measure measure, double size) {
        return switch (measure) {
            case RISK_DIFFERENCE -> value -> words.get("value.points", Rounding.percent(value));
            case MEAN_DIFFERENCE -> value -> Rounding.decimals(value, Rounding.decimalsFor(size));
            default -> Rounding::ratio;
        };
    }

    /** A Monte-Carlo error of a share, which is small beside what it is of. */
    private String fine(double share) {
        return words.get("value.points", Rounding.decimals(share * PER_CENT, 2));
    }

    private static Optional<Result> find(List<Result> results, Measure measure, String term) {
        return results.stream()
                .filter(result ->
                        result.key().measure() == measure && result.key().term().equals(term))
                .findFirst();
    }

    private List<Block> traces() {
        List<TracePlot.Panel> panels = new ArrayList<>();
        for (Series series : table.series()) {
            int from = series.name().indexOf("trace;");
            if (from < 0) {
                continue;
            }
            List<String> parts = Names.parts(series.name().substring(from + "trace;".length()));
            boolean own = parts.get(1).equals(section.outcome())
                    && String.join("=", parts.subList(6, parts.size())).isEmpty()
                            == section.stratum().isEmpty()
                    && (section.stratum().isEmpty() || series.name().endsWith(";" + section.stratum()));
            if (own) {
                String where = parts.get(3).isEmpty() ? words.get("imputed.all-arms") : parts.get(3);
                panels.add(panel("imputed.mean", parts.get(5), where, series, "mean"));
                panels.add(panel("imputed.sd", parts.get(5), where, series, "sd"));
            }
        }
        return panels.isEmpty()
                ? List.of()
                : List.of(new TracePlot(
                        words.get("imputed.traces", TracePlot.MOST_LINES),
                        words.get("imputed.elsewhere"),
                        words.get("imputed.iteration"),
                        panels));
    }

    private TracePlot.Panel panel(String key, String variable, String where, Series series, String column) {
        double[] iteration = series.columns().get("iteration");
        double[] all = series.columns().get(column);
        int rounds = (int) iteration[iteration.length - 1];
        double[][] values = new double[all.length / rounds][rounds];
        for (int i = 0; i < all.length; i++) {
            values[i / rounds][i % rounds] = all[i];
        }
        return new TracePlot.Panel(words.get(key, table.label(variable), where), values);
    }
}
