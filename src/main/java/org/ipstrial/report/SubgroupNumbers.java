package org.ipstrial.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** How the numbers of subgroups are written: effects on their scale, and what is counted of an arm. */
final class SubgroupNumbers {

    private static final double HUNDRED = 100;

    private final Words words;
    private final Phrases phrases;
    private final Section everybody;

    SubgroupNumbers(Words words, Section everybody) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.everybody = everybody;
    }

    static boolean isShare(Result effect) {
        return effect.key().measure() == Measure.RISK_DIFFERENCE;
    }

    static boolean isRatio(Result effect) {
        return switch (effect.key().measure()) {
            case RISK_RATIO, ODDS_RATIO, CONDITIONAL_ODDS_RATIO -> true;
            default -> false;
        };
    }

    /** A number of an effect as an axis has it. */
    static OptionalDouble at(Result effect, Statistic statistic) {
        Optional<Double> value = effect.value(statistic).map(one -> isShare(effect) ? one * HUNDRED : one);
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** How the numbers of an effect are rounded. */
    DoubleFunction<String> shown(Result effect) {
        if (isShare(effect)) {
            return Rounding::percent;
        }
        if (isRatio(effect)) {
            return Rounding::ratio;
        }
        double size = everybody.arms().stream()
                .flatMap(arm -> mean(everybody, arm).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return value -> Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    private static Optional<Double> mean(Section section, String arm) {
        return section.first(arm, Measure.SUMMARY).flatMap(summary -> summary.value(Statistic.MEAN));
    }

    /** The estimate, or why there is none. */
    String estimate(Result effect) {
        return phrases.number(effect, Statistic.ESTIMATE, shown(effect));
    }

    /** The limits; nothing where there is no effect. */
    String limits(Result effect) {
        return effect.value(Statistic.ESTIMATE).isEmpty() ? "" : phrases.interval(effect, shown(effect));
    }

    /** {@code 12 of 40 (30.0%)}, or the mean and how many it is of. */
    String arm(Section section, String arm, Result effect) {
        ArmTable counts = new ArmTable(words);
        Result count = section.first(arm, Measure.COUNT).orElseThrow();
        Optional<Double> assessed = count.value(Statistic.ASSESSED);
        if (assessed.isEmpty() || assessed.get() == 0) {
            return counts.count(count, Statistic.ASSESSED);
        }
        if (section.isAmount()) {
            Result summary = section.first(arm, Measure.SUMMARY).orElseThrow();
            return words.get(
                    "subgroups.mean",
                    phrases.number(summary, Statistic.MEAN, shown(effect)),
                    counts.count(count, Statistic.ASSESSED));
        }
        if (Phrases.isFilled(count)) {
            return words.get(
                    "subgroups.filled",
                    counts.percent(section.first(arm, Measure.PROPORTION).orElseThrow()),
                    counts.count(count, Statistic.RANDOMISED));
        }
        return words.get(
                "subgroups.share",
                counts.count(count, Statistic.EVENTS),
                counts.count(count, Statistic.ASSESSED),
                counts.percent(section.first(arm, Measure.PROPORTION).orElseThrow()));
    }
}
