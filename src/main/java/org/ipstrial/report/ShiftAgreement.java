package org.ipstrial.report;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;

/**
 * For which means of the missing of one arm the interval of an amount lies where that of those assessed does, the missing of
 * the other arm being like those assessed there.
 */
final class ShiftAgreement {

    /** The interval where nothing is shifted, with which the shifts agree or do not. */
    static final String UNSHIFTED = "welch";

    private final Words words;
    private final Section.Contrast contrast;
    private final DoubleFunction<String> shown;

    ShiftAgreement(Words words, Section.Contrast contrast, DoubleFunction<String> shown) {
        this.words = words;
        this.contrast = contrast;
        this.shown = shown;
    }

    /** A row for each arm that lacks somebody; nothing where the primary analysis has no interval of that kind. */
    List<AgreementTable.Tipping> of(Optional<String> primarySide) {
        if (primarySide.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        row("group", contrast.group(), contrast.reference()),
                        row("reference", contrast.reference(), contrast.group()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AgreementTable.Tipping> row(String which, String arm, String other) {
        return shift(which, "lower")
                .map(lower -> new AgreementTable.Tipping(
                        words.get("tipping.shift.view", other, arm),
                        agrees(lower, shift(which, "higher").orElseThrow()),
                        lower.key().method()));
    }

    private String agrees(Result lower, Result higher) {
        if (Stream.of(lower, higher).anyMatch(ShiftAgreement::isHidden)) {
            return words.get("note." + CellPolicy.NOTE);
        }
        Optional<String> least = lower.value(Statistic.MEAN).map(shown::apply);
        Optional<String> most = higher.value(Statistic.MEAN).map(shown::apply);
        String key = least.isPresent() ? most.isPresent() ? "both" : "lower" : most.isPresent() ? "higher" : "never";
        return words.get("tipping.shift.agrees." + key, least.orElse(""), most.orElse(""));
    }

    private static boolean isHidden(Result shift) {
        return shift.cells().get(Statistic.ESTIMATE).note().equals(CellPolicy.NOTE);
    }

    private Optional<Result> shift(String arm, String towards) {
        return contrast.of(Measure.TIPPING_SHIFT).stream()
                .filter(any -> any.key().term().equals("shift-in=" + arm + ";towards=" + towards))
                .findFirst();
    }
}
