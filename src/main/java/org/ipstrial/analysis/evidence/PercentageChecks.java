package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ipstrial.ard.Result;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.consistency.ImpliedDenominators;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.WholeNumberFits;

/** Whether an arm's percentage is one of a whole number of people, and of which. */
final class PercentageChecks {

    static final String CHECK = "percentage";

    /** Denominators near the printed one that are looked at to say which would fit. */
    private static final long NEAR = 20;

    private final ArmClaim arm;
    private final ReportContext report;
    private final PrintedNumber percent;
    private final Claim claim;

    private PercentageChecks(ArmClaim arm, Printed printed, ReportContext report) {
        this.arm = arm;
        this.report = report;
        this.percent = new PrintedNumber(printed.value());
        this.claim = Claim.of(arm.report(), arm.outcome(), arm.arm(), "", words(arm, printed));
    }

    /** The verdict and the counts that fit, if the arm has a percentage. */
    static List<Result> of(ArmClaim arm, ReportContext report) {
        return arm.percent()
                .map(printed -> new PercentageChecks(arm, printed, report).results())
                .orElse(List.of());
    }

    private static String words(ArmClaim arm, Printed printed) {
        String percent = printed.isPercent() ? printed.text() : printed.text() + "%";
        String text = arm.events().map(events -> events + " (" + percent + ")").orElse(percent);
        if (arm.n().isPresent()) {
            return text + " of " + arm.n().get();
        }
        return arm.randomised()
                .map(randomised -> text + " with " + randomised + " randomised")
                .orElse(text);
    }

    private List<Result> results() {
        if (arm.n().isPresent()) {
            long n = arm.n().get();
            return arm.events().isPresent() ? counted(n, arm.events().get()) : uncounted(n);
        }
        if (arm.events().isPresent()) {
            return implied(arm.events().get());
        }
        return arm.randomised().map(this::ofRandomised).orElseGet(() -> List.of(claim.notTestable(CHECK, "no-n")));
    }

    private List<Result> counted(long n, long events) {
        WholeNumberFits fits = WholeNumberFits.ofPercentage(percent, n);
        if (fits.has(events)) {
            return List.of(
                    claim.verdict(CHECK, Verdict.CONSISTENT, "", 1),
                    claim.fits(CHECK, new WholeNumberFits(n, events, events)));
        }
        Optional<String> why = otherBase(events).or(() -> roundedCounts(n, events));
        List<Result> results = new ArrayList<>();
        results.add(why.map(base -> claim.verdict(CHECK, Verdict.ONLY_IF, base, 1))
                .orElseGet(() -> claim.verdict(CHECK, Verdict.INCONSISTENT, "count-is-not-percentage", 0)));
        if (fits.any()) {
            results.add(claim.fits(CHECK, fits));
        }
        ImpliedDenominators implied = ImpliedDenominators.of(percent, events, mostPeople(n));
        LongStream.rangeClosed(implied.least(), Math.min(implied.most(), implied.least() + NEAR))
                .filter(other -> other != n)
                .forEach(other -> results.add(claim.fits(CHECK, new WholeNumberFits(other, events, events))));
        return results;
    }

    private List<Result> uncounted(long n) {
        WholeNumberFits fits = WholeNumberFits.ofPercentage(percent, n);
        if (fits.any()) {
            Result verdict = WholeNumberFits.percentageTells(percent, n)
                    ? claim.verdict(CHECK, Verdict.CONSISTENT, "", fits.count())
                    : claim.verdict(CHECK, Verdict.NOT_TESTABLE, "n-too-large", fits.count());
            return List.of(verdict, claim.fits(CHECK, fits));
        }
        List<Result> results = new ArrayList<>();
        boolean near = report.rounded() > 1
                && LongStream.range(Math.max(1, n - report.rounded() + 1), n + report.rounded())
                        .anyMatch(other ->
                                WholeNumberFits.ofPercentage(percent, other).any());
        results.add(
                near
                        ? claim.verdict(CHECK, Verdict.ONLY_IF, "counts-rounded", 1)
                        : claim.verdict(CHECK, Verdict.INCONSISTENT, "no-count-of-n", 0));
        LongStream.rangeClosed(Math.max(1, n - NEAR), mostPeople(n))
                .mapToObj(other -> WholeNumberFits.ofPercentage(percent, other))
                .filter(WholeNumberFits::any)
                .sorted(Comparator.comparingLong(other -> Math.abs(other.denominator() - n)))
                .forEach(other -> results.add(claim.fits(CHECK, other)));
        return results;
    }

    private List<Result> implied(long events) {
        long most = arm.randomised().orElse(Long.MAX_VALUE / 2);
        ImpliedDenominators implied = ImpliedDenominators.of(percent, events, most);
        if (!implied.any()) {
            return List.of(claim.verdict(
                    CHECK,
                    Verdict.INCONSISTENT,
                    arm.randomised().isPresent() ? "no-n-up-to-randomised" : "no-n-at-all",
                    0));
        }
        boolean randomised = arm.randomised().filter(implied::has).isPresent();
        List<Result> results = new ArrayList<>();
        results.add(
                randomised
                        ? claim.verdict(CHECK, Verdict.CONSISTENT, "", 1)
                        : claim.verdict(CHECK, Verdict.ONLY_IF, "other-n", implied.most() - implied.least() + 1));
        long first = randomised ? most : implied.least();
        LongStream.rangeClosed(first, Math.min(implied.most(), first + 2 * NEAR))
                .forEach(n -> results.add(claim.fits(CHECK, new WholeNumberFits(n, events, events))));
        return results;
    }

    private List<Result> ofRandomised(long randomised) {
        WholeNumberFits all = WholeNumberFits.ofPercentage(percent, randomised);
        if (all.any()) {
            Result verdict = WholeNumberFits.percentageTells(percent, randomised)
                    ? claim.verdict(CHECK, Verdict.CONSISTENT, "", all.count())
                    : claim.verdict(CHECK, Verdict.NOT_TESTABLE, "n-too-large", all.count());
            return List.of(verdict, claim.fits(CHECK, all));
        }
        if (randomised > WholeNumberFits.MOST_SEARCHED) {
            return List.of(claim.notTestable(CHECK, "too-many-counts"));
        }
        List<WholeNumberFits> fewer = new ArrayList<>(WholeNumberFits.ofPercentageUpTo(percent, randomised));
        Collections.reverse(fewer);
        List<Result> results = new ArrayList<>();
        results.add(
                fewer.isEmpty()
                        ? claim.verdict(CHECK, Verdict.INCONSISTENT, "no-n-up-to-randomised", 0)
                        : claim.verdict(CHECK, Verdict.ONLY_IF, "other-n", fewer.size()));
        fewer.forEach(fits -> results.add(claim.fits(CHECK, fits)));
        return results;
    }

    /** Which other whole the count is this percentage of: rows taken for columns, or the whole trial for the arm. */
    private Optional<String> otherBase(long events) {
        if (report.eventsOfAll(arm.outcome())
                .filter(all -> isShare(events, all))
                .isPresent()) {
            return Optional.of("share-of-all-events");
        }
        return report.peopleOfAll(arm.outcome())
                .filter(all -> isShare(events, all))
                .map(all -> "share-of-all-arms");
    }

    private Optional<String> roundedCounts(long n, long events) {
        long off = report.rounded() - 1;
        for (long people = Math.max(1, n - off); people <= n + off; people++) {
            WholeNumberFits fits = WholeNumberFits.ofPercentage(percent, people);
            if (off > 0 && fits.any() && fits.least() <= events + off && fits.most() >= events - off) {
                return Optional.of("counts-rounded");
            }
        }
        return Optional.empty();
    }

    private boolean isShare(long events, long people) {
        return people > 0 && WholeNumberFits.ofPercentage(percent, people).has(events);
    }

    private long mostPeople(long n) {
        return Math.min(n + NEAR, Math.max(n, arm.randomised().orElse(n + NEAR)));
    }
}
