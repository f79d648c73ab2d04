package org.ipstrial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** How an effect changes along amounts, in sentences. */
final class ModeratorWords {

    private static final MathContext VALUE = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int LEAST_OF_RATIO = 2;
    private static final int MOST = 12;
    private static final double HUNDRED = 100;

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;

    ModeratorWords(Words words, ResultTable table) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
    }

    /** The value of the amount that an effect is at. */
    static String value(Result effect) {
        BigDecimal value = new BigDecimal(Names.parts(effect.key().term()).get(3)).round(VALUE);
        return value.signum() == 0
                ? "0"
                : Numerals.number(value.stripTrailingZeros().toPlainString());
    }

    /** Whether two effects are at the same value of the same amount. */
    static boolean isSameValue(Result effect, Result other) {
        return Names.parts(effect.key().term())
                .subList(0, 4)
                .equals(Names.parts(other.key().term()).subList(0, 4));
    }

    /** What there is to know of the columns of an effect that are amounts: that nobody is in a group, and the slopes. */
    List<Block> blocks(Section.Contrast along, Measure scale) {
        List<Block> blocks = new ArrayList<>();
        for (Result slope : along.of(Measure.EFFECT_SLOPE)) {
            if (SubgroupEffects.isOn(slope, scale)) {
                String column = table.label(Names.shownValue(SubgroupEffects.by(slope)));
                String sentence = sentence(slope, scale, column);
                blocks.add(new Block.Paragraph(
                        AdjustedBeside.isAdjusted(slope)
                                ? words.get("subgroups.slope.adjusted", sentence)
                                : sentence + " " + words.get("subgroups.line", column)));
            }
        }
        return blocks;
    }

    private String sentence(Result slope, Measure scale, String column) {
        String measure = words.get("measure." + scale.id()).toLowerCase(Locale.ROOT);
        Optional<Double> estimate = slope.value(Statistic.ESTIMATE);
        if (estimate.isEmpty()) {
            return words.get(
                    "subgroups.slope.none", column, measure, phrases.number(slope, Statistic.ESTIMATE, any -> ""));
        }
        boolean ratio = scale == Measure.RISK_RATIO || scale == Measure.ODDS_RATIO;
        boolean share = scale == Measure.RISK_DIFFERENCE;
        double times = share ? HUNDRED : 1;
        int decimals = decimals(slope, times, ratio);
        return words.get(
                ratio ? "subgroups.slope.ratio" : share ? "subgroups.slope.points" : "subgroups.slope.difference",
                column,
                measure,
                Rounding.decimals(estimate.get() * times, decimals),
                Phrases.level(slope),
                phrases.interval(slope, limit -> Rounding.decimals(limit * times, decimals)));
    }

    /** As many decimals as show two digits of the width of the interval, or of the slope itself where it has none. */
    private static int decimals(Result slope, double times, boolean ratio) {
        double[] numbers = Stream.of(Statistic.CONF_LOW, Statistic.CONF_HIGH)
                .flatMap(limit -> slope.value(limit).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double size = times
                * (numbers.length == 2
                        ? numbers[1] - numbers[0]
                        : Math.abs(slope.value(Statistic.ESTIMATE).orElseThrow()));
        int needed = size > 0 ? 1 - (int) Math.floor(StrictMath.log10(size)) : 0;
        return Math.min(MOST, Math.max(ratio ? LEAST_OF_RATIO : 0, needed));
    }
}
