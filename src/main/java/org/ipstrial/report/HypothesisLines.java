package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.EffectScale;

/** The p-values that effects carry where the user asked for one side or a margin. */
final class HypothesisLines {

    private final Words words;
    private final Phrases phrases;
    private final Map<String, Object> settings;

    HypothesisLines(Words words, ResultTable table) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.settings = table.settings();
    }

    /** Whether tests and intervals look at one side. */
    boolean oneSided() {
        return settings.containsKey("alternative");
    }

    /** The key of words that differ where one side is looked at. */
    String key(String key) {
        return oneSided() ? key + ".one-sided" : key;
    }

    /** A line for each effect that was tested. */
    List<Block> of(Section.Contrast contrast) {
        List<Block> lines = new ArrayList<>();
        for (Measure measure : EffectScale.measures()) {
            for (Result result : contrast.of(measure)) {
                if (statistic(result).isPresent()) {
                    lines.add(new Block.Paragraph(line(measure, result)));
                }
            }
        }
        return lines;
    }

    /** The p-value of an effect, which with Dunnett's limits is an adjusted one. */
    private static Optional<Statistic> statistic(Result result) {
        return Stream.of(Statistic.P_VALUE, Statistic.P_ADJUSTED)
                .filter(p -> result.cell(p).isPresent())
                .findFirst();
    }

    private String line(Measure measure, Result result) {
        Statistic statistic = statistic(result).orElseThrow();
        String p = phrases.number(
                result,
                statistic,
                value -> words.get(
                        statistic == Statistic.P_VALUE ? "test.p" : "test.p.adjusted",
                        Rounding.p(value, 1 - (double) settings.get("level"))));
        String name = phrases.measure(result);
        if (measure.id().equals(settings.get("margin-measure"))) {
            return words.get(
                    "hypothesis." + kind(measure, result.key().outcome()),
                    shown(measure, (double) settings.get("margin")),
                    p,
                    name,
                    result.key().method());
        }
        double none = noEffect(measure);
        String side = settings.getOrDefault("alternative", "two-sided").toString();
        return words.get(
                "hypothesis." + side,
                shown(measure, none),
                p,
                name,
                result.key().method());
    }

    /** A margin on the bad side of no difference, tested for being better, is one of non-inferiority. */
    private String kind(Measure measure, String outcome) {
        double none = noEffect(measure);
        double margin = (double) settings.get("margin");
        boolean higher = higherIsBetter(outcome);
        boolean towardsBetter = (higher ? "greater" : "less").equals(settings.get("alternative"));
        if (!towardsBetter || margin == none) {
            return "margin";
        }
        return margin < none == higher ? "non-inferiority" : "superiority";
    }

    /** Where the outcomes of a plan differ in it, each says for itself if less is better. */
    boolean higherIsBetter(String outcome) {
        Object better = settings.get("better");
        return better == null
                ? !String.valueOf(settings.get("outcome." + outcome)).endsWith("lower is better")
                : better.equals("higher");
    }

    private static double noEffect(Measure measure) {
        return EffectScale.of(measure).orElseThrow().noEffect();
    }

    private String shown(Measure measure, double value) {
        if (EffectScale.of(measure).orElseThrow().isRatio()) {
            return Rounding.ratio(value);
        }
        if (measure != Measure.RISK_DIFFERENCE) {
            return Rounding.exact(value);
        }
        return words.get("value.points", Rounding.shortPercent(value));
    }
}
