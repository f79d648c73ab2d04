package org.ipstrial.analysis.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataset.claims.EffectClaim;
import org.ipstrial.dataset.claims.EffectKind;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.consistency.PrintedInterval;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.Window;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The numbers of a printed effect, on the scale on which they are printed. A risk difference is in percentage points, but a
 * fraction where none of its numbers is beyond 1 and none has a percent sign.
 *
 * @param kind     which effect
 * @param estimate the estimate
 * @param low      the lower limit
 * @param high     the upper limit
 * @param scale    by how much a computed effect is multiplied before it is compared: 100 for percentage points, else 1
 */
record PrintedEffect(
        EffectKind kind,
        Optional<PrintedNumber> estimate,
        Optional<PrintedNumber> low,
        Optional<PrintedNumber> high,
        double scale) {

    private static final double PERCENT = 100;

    static PrintedEffect of(EffectClaim claim) {
        boolean points = claim.kind() == EffectKind.RISK_DIFFERENCE
                && Stream.of(claim.estimate(), claim.low(), claim.high())
                        .flatMap(Optional::stream)
                        .anyMatch(printed ->
                                printed.isPercent() || printed.value().abs().compareTo(BigDecimal.ONE) > 0);
        return new PrintedEffect(
                claim.kind(),
                claim.estimate().map(PrintedEffect::number),
                claim.low().map(PrintedEffect::number),
                claim.high().map(PrintedEffect::number),
                points ? PERCENT : 1);
    }

    /** The interval, where all three numbers are printed and it is symmetric on some scale if it is a usual one. */
    Optional<PrintedInterval> interval() {
        return estimate.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new PrintedInterval(estimate.get(), low.get(), high.get(), kind.isRatio()))
                : Optional.empty();
    }

    /** Whether the effect of a table is printed so. */
    boolean agrees(TwoByTwo table) {
        double effect = effect(table);
        return !Double.isNaN(effect) && estimate.orElseThrow().agrees(effect);
    }

    /** Whether it is with further digits cut off. */
    boolean agreesIfCut(TwoByTwo table) {
        double effect = effect(table);
        return Double.isFinite(effect) && estimate.orElseThrow().agreesIfCut(effect);
    }

    /** The effect of a table as it would be printed with all digits; not a number where it has none. */
    private double effect(TwoByTwo table) {
        double group = table.group().proportion();
        double reference = table.reference().proportion();
        return switch (kind) {
            case RISK_DIFFERENCE -> scale * (group - reference);
            case RISK_RATIO -> group / reference;
            case ODDS_RATIO ->
                (double) table.group().events()
                        * table.reference().nonEvents()
                        / ((double) table.group().nonEvents()
                                * table.reference().events());
            case NUMBER_NEEDED_TO_TREAT ->
                StrictMath.copySign(
                        1 / Math.abs(group - reference),
                        estimate.orElseThrow().value().signum());
            default -> Double.NaN;
        };
    }

    /** Every effect that two printed percentages allow. */
    Window ofPercentages(Printed group, Printed reference) {
        Window one = number(group).window().times(1 / PERCENT).share();
        Window other = number(reference).window().times(1 / PERCENT).share();
        return switch (kind) {
            case RISK_DIFFERENCE -> one.minus(other).times(scale);
            case RISK_RATIO -> one.over(other);
            case ODDS_RATIO -> one.odds().over(other.odds());
            default -> one.minus(other).reciprocalSize();
        };
    }

    static PrintedNumber number(Printed printed) {
        return new PrintedNumber(printed.value());
    }
}
