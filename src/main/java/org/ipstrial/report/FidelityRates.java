package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The teams' rates beside their fidelity, and how far the orders agree. */
final class FidelityRates {

    private final Words words;
    private final Phrases phrases;
    private final List<Result> results;

    FidelityRates(Words words, List<Result> results) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.results = results;
    }

    /** A table and a sentence; nothing where no rates were given. */
    List<Block> blocks() {
        List<Result> associations = FidelityReport.of(results, Measure.RANK_ASSOCIATION);
        if (associations.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("fidelity.rates")));
        List<Result> shares = FidelityReport.of(results, Measure.PROPORTION);
        if (!shares.isEmpty()) {
            blocks.add(table(shares));
        }
        Result association = associations.get(0);
        String tau = phrases.number(association, Statistic.ESTIMATE, value -> Rounding.decimals(value, 2));
        String p = phrases.number(association, Statistic.P_VALUE, Rounding::p);
        String how = association.cell(Statistic.P_VALUE).orElseThrow().note();
        boolean known = association.value(Statistic.ESTIMATE).isPresent();
        blocks.add(new Block.Paragraph(
                known
                        ? words.get(
                                "fidelity.association",
                                phrases.number(association, Statistic.ASSESSED, value -> Rounding.decimals(value, 0)),
                                tau,
                                p,
                                words.get("fidelity.p." + how))
                        : words.get("fidelity.no-association", tau)));
        blocks.add(new Block.Paragraph(words.get("fidelity.not-randomised")));
        return blocks;
    }

    private Block table(List<Result> shares) {
        List<List<String>> rows = new ArrayList<>();
        for (Result share : shares) {
            String team = share.key().group();
            Result counts = FidelityReport.of(results, Measure.COUNT).stream()
                    .filter(result -> result.key().group().equals(team))
                    .findFirst()
                    .orElseThrow();
            rows.add(List.of(
                    team,
                    Numerals.day(share.key().timepoint()),
                    total(share),
                    phrases.number(counts, Statistic.EVENTS, value -> Rounding.decimals(value, 0)),
                    phrases.number(counts, Statistic.ASSESSED, value -> Rounding.decimals(value, 0)),
                    phrases.number(share, Statistic.ESTIMATE, words::percent),
                    phrases.interval(share, Rounding::percent)));
        }
        return new Block.Table(
                List.of(
                        words.get("fidelity.team"),
                        words.get("fidelity.date"),
                        words.get("fidelity.total"),
                        words.get("count.events"),
                        words.get("fidelity.people"),
                        words.get("percent"),
                        words.get("ci", Phrases.level(shares.get(0)))),
                List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                rows);
    }

    private String total(Result share) {
        return FidelityReport.of(results, Measure.FIDELITY_SCORE).stream()
                .filter(result -> result.key().group().equals(share.key().group())
                        && result.key().timepoint().equals(share.key().timepoint())
                        && result.key().term().equals("part=total"))
                .findFirst()
                .flatMap(result -> result.value(Statistic.ESTIMATE))
                .map(value -> Rounding.decimals(value, 0))
                .orElse("");
    }
}
