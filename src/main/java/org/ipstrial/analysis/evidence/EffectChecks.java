package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ipstrial.ard.Result;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.EffectClaim;
import org.ipstrial.dataset.claims.EffectKind;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.consistency.PrintedInterval;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.Window;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;

/** Whether a printed effect is that of the printed counts or percentages, and agrees with itself. */
final class EffectChecks {

    private static final long MOST_PAIRS = 4_000_000;
    private static final int MOST_TABLES = 500;

    private final EffectClaim effect;
    private final PrintedEffect printed;
    private final Optional<ArmClaim> arm;
    private final Optional<ArmClaim> reference;
    private final double level;
    private final Claim claim;

    private EffectChecks(EffectClaim effect, ReportContext report, double level) {
        this.effect = effect;
        this.printed = PrintedEffect.of(effect);
        this.arm = report.arm(effect.outcome(), effect.arm());
        this.reference = report.arm(effect.outcome(), effect.reference());
        this.level = level;
        this.claim = Claim.of(effect.report(), effect.outcome(), effect.arm(), effect.reference(), words(effect));
    }

    static List<Result> of(EffectClaim effect, ReportContext report, double level) {
        return new EffectChecks(effect, report, level).results();
    }

    private static String words(EffectClaim effect) {
        StringBuilder words = new StringBuilder(effect.kind().id());
        effect.estimate().ifPresent(number -> words.append(' ').append(number.text()));
        if (effect.low().isPresent() || effect.high().isPresent()) {
            words.append(" (")
                    .append(effect.low().map(Printed::text).orElse("?"))
                    .append(" to ")
                    .append(effect.high().map(Printed::text).orElse("?"))
                    .append(')');
        }
        effect.p().ifPresent(p -> words.append(", p ")
                .append(p.relation() == '=' ? "= " : "")
                .append(p.text()));
        return words.toString();
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        printed.interval().ifPresent(interval -> results.addAll(itself(interval)));
        if (effect.kind() == EffectKind.MEAN_DIFFERENCE) {
            results.addAll(MeanDifferenceChecks.of(claim, printed, arm, reference, level));
        } else if (effect.kind().isOfCounts()) {
            results.addAll(counts());
        }
        boolean tested =
                results.stream().anyMatch(result -> result.key().method().equals(IntervalChecks.P_VALUE));
        if (!tested) {
            pOfInterval().ifPresent(results::add);
        }
        return results;
    }

    /** The estimate and its limits alone. */
    private List<Result> itself(PrintedInterval interval) {
        if (!interval.isInOrder()) {
            return List.of(claim.verdict("limits", Verdict.INCONSISTENT, "limits-out-of-order", 0));
        }
        if (!interval.holdsEstimate()) {
            return List.of(claim.verdict("limits", Verdict.INCONSISTENT, "estimate-outside-limits", 0));
        }
        if (effect.kind() == EffectKind.NUMBER_NEEDED_TO_TREAT) {
            return List.of(claim.verdict("limits", Verdict.CONSISTENT, "", 1));
        }
        Optional<Window> middle = interval.middle();
        if (middle.isEmpty()) {
            return List.of(claim.notTestable("symmetry", "limit-may-be-zero"));
        }
        boolean symmetric = middle.get().overlaps(interval.estimate().window());
        return List.of(
                symmetric
                        ? claim.verdict("symmetry", Verdict.CONSISTENT, "", 1)
                        : claim.verdict("symmetry", Verdict.ONLY_IF, "interval-not-symmetric", 0));
    }

    private List<Result> counts() {
        CandidateCounts group = arm.map(CandidateCounts::of).orElse(new CandidateCounts(List.of(), true));
        CandidateCounts with = reference.map(CandidateCounts::of).orElse(new CandidateCounts(List.of(), true));
        long pairs = (long) group.counts().size() * with.counts().size();
        if (pairs == 0 || pairs > MOST_PAIRS) {
            return percentages(pairs == 0 ? "no-counts" : "too-many-counts");
        }
        boolean known = group.known() && with.known();
        List<Result> results = new ArrayList<>();
        List<TwoByTwo> fits = tables(group, with, table -> true, pairs);
        if (effect.estimate().isPresent()) {
            fits = tables(group, with, printed::agrees, pairs);
            if (fits.size() > MOST_TABLES) {
                return List.of(claim.notTestable("effect", "too-many-counts"));
            }
            results.add(estimate(group, with, fits, pairs, known));
            fits.forEach(table -> results.add(claim.fits("effect", table)));
        }
        if (!fits.isEmpty()) {
            results.addAll(new IntervalChecks(claim, printed, effect.p(), level).of(fits, known));
        }
        return results;
    }

    private Result estimate(
            CandidateCounts group, CandidateCounts with, List<TwoByTwo> fits, long pairs, boolean known) {
        if (!fits.isEmpty()) {
            return known
                    ? claim.verdict("effect", Verdict.CONSISTENT, "", fits.size())
                    : claim.verdict("effect", Verdict.ONLY_IF, "other-n", fits.size());
        }
        if (!tables(group, with, printed::agreesIfCut, pairs).isEmpty()) {
            return claim.verdict("effect", Verdict.ONLY_IF, "digits-cut-off", 1);
        }
        if (!tables(group, with, table -> printed.agrees(table.swapped()), pairs)
                .isEmpty()) {
            return claim.verdict("effect", Verdict.ONLY_IF, "arms-changed-round", 1);
        }
        return ofPercentages()
                .filter(window ->
                        window.overlaps(printed.estimate().orElseThrow().window()))
                .map(window -> claim.verdict("effect", Verdict.ONLY_IF, "from-rounded-percentages", 1))
                .orElseGet(() -> claim.verdict("effect", Verdict.INCONSISTENT, "not-of-these-counts", 0));
    }

    private static List<TwoByTwo> tables(
            CandidateCounts group, CandidateCounts with, Predicate<TwoByTwo> wanted, long pairs) {
        List<TwoByTwo> tables = new ArrayList<>();
        for (BinomialCount one : group.counts()) {
            for (BinomialCount other : with.counts()) {
                TwoByTwo table = new TwoByTwo(one, other);
                if (wanted.test(table)) {
                    tables.add(table);
                }
                if (tables.size() > MOST_TABLES) {
                    return tables;
                }
            }
        }
        return tables;
    }

    /** The estimate against the percentages, where the counts are not known. */
    private List<Result> percentages(String why) {
        if (effect.estimate().isEmpty()) {
            return List.of();
        }
        PrintedNumber number = printed.estimate().orElseThrow();
        return List.of(ofPercentages()
                .map(window -> window.overlaps(number.window())
                        ? claim.verdict("effect", Verdict.CONSISTENT, "within-rounding-of-percentages", 1)
                        : claim.verdict("effect", Verdict.INCONSISTENT, "not-of-these-percentages", 0))
                .orElseGet(() -> claim.notTestable("effect", why)));
    }

    private Optional<Window> ofPercentages() {
        Optional<Printed> one = arm.flatMap(ArmClaim::percent);
        Optional<Printed> other = reference.flatMap(ArmClaim::percent);
        return one.isPresent() && other.isPresent()
                ? Optional.of(printed.ofPercentages(one.get(), other.get()))
                : Optional.empty();
    }

    private Optional<Result> pOfInterval() {
        if (effect.p().isEmpty()) {
            return Optional.empty();
        }
        Printed p = effect.p().get();
        if (p.relation() != '>' && p.value().signum() == 0) {
            return Optional.of(claim.verdict(IntervalChecks.P_VALUE, Verdict.ONLY_IF, "p-below-its-digits", 0));
        }
        Optional<Window> window = effect.kind() == EffectKind.NUMBER_NEEDED_TO_TREAT
                ? Optional.empty()
                : printed.interval().filter(PrintedInterval::isInOrder).flatMap(interval -> interval.pValue(level));
        return Optional.of(window.map(range -> IntervalChecks.pAgrees(p, range)
                        ? claim.verdict(IntervalChecks.P_VALUE, Verdict.CONSISTENT, "p-of-interval", 1)
                        : claim.verdict(IntervalChecks.P_VALUE, Verdict.ONLY_IF, "p-not-of-interval", 0))
                .orElseGet(() -> claim.notTestable(IntervalChecks.P_VALUE, "no-counts")));
    }
}
