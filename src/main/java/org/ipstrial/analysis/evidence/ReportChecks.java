package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.TotalSplits;
import org.ipstrial.stats.consistency.WholeNumberFits;

/** What the numbers of a report's arms say together: totals, splits of a total, common denominators, rounded counts. */
final class ReportChecks {

    private static final long MOST_TO_SPLIT = 3000;

    private final ReportContext report;

    ReportChecks(ReportContext report) {
        this.report = report;
    }

    List<Result> results(String name) {
        List<Result> results = new ArrayList<>();
        if (report.rounded() > 1) {
            List<Long> counts = ReportContext.counts(report.claims());
            results.add(Claim.of(name, "", "", "", counts.size() + " counts, all multiples of " + report.rounded())
                    .verdict("disclosure-rounding", Verdict.CONSISTENT, "counts-may-be-rounded", counts.size()));
        }
        report.claims().arms().stream().filter(arm -> arm.arm().isEmpty()).forEach(total -> {
            totals(total, "randomised", ArmClaim::randomised).ifPresent(results::add);
            totals(total, "analysed", ArmClaim::n).ifPresent(results::add);
            totals(total, "with the event", ArmClaim::events).ifPresent(results::add);
            results.addAll(split(total));
        });
        results.addAll(commonDenominators());
        return results;
    }

    private Optional<Result> totals(ArmClaim total, String what, Function<ArmClaim, Optional<Long>> count) {
        List<ArmClaim> arms = report.arms(total.outcome());
        if (count.apply(total).isEmpty()
                || arms.isEmpty()
                || arms.stream().anyMatch(arm -> count.apply(arm).isEmpty())) {
            return Optional.empty();
        }
        long all = count.apply(total).get();
        long sum =
                arms.stream().mapToLong(arm -> count.apply(arm).orElseThrow()).sum();
        String parts = arms.stream()
                .map(arm -> count.apply(arm).orElseThrow().toString())
                .collect(Collectors.joining(" + "));
        Claim claim = Claim.of(total.report(), total.outcome(), "", "", all + " " + what + " = " + parts);
        if (sum == all) {
            return Optional.of(claim.verdict("total", Verdict.CONSISTENT, "", 1));
        }
        boolean rounded = Math.abs(sum - all) <= (report.rounded() - 1) * (arms.size() + 1);
        return Optional.of(
                rounded && report.rounded() > 1
                        ? claim.verdict("total", Verdict.ONLY_IF, "counts-rounded", 1)
                        : claim.verdict("total", Verdict.INCONSISTENT, "parts-do-not-add-up", 0));
    }

    /** The arms' percentages with nothing but the people of all arms together. */
    private List<Result> split(ArmClaim total) {
        List<ArmClaim> arms = report.arms(total.outcome());
        Optional<Long> all = total.n().or(total::randomised);
        boolean only = arms.stream()
                .allMatch(arm -> arm.percent().isPresent()
                        && arm.n().isEmpty()
                        && arm.events().isEmpty()
                        && arm.randomised().isEmpty());
        if (all.isEmpty() || !only || arms.size() < 2 || arms.size() > 3) {
            return List.of();
        }
        String words = arms.stream()
                        .map(arm ->
                                arm.percent().map(Printed::value).orElseThrow().toPlainString() + "%")
                        .collect(Collectors.joining(", "))
                + " of " + all.get() + " in all";
        Claim claim = Claim.of(total.report(), total.outcome(), "", "", words);
        if (all.get() > MOST_TO_SPLIT) {
            return List.of(claim.notTestable("split", "n-too-large"));
        }
        List<List<WholeNumberFits>> splits = TotalSplits.of(
                arms.stream()
                        .map(arm -> new PrintedNumber(
                                arm.percent().map(Printed::value).orElseThrow()))
                        .toList(),
                all.get());
        List<Result> results = new ArrayList<>();
        if (splits.isEmpty()) {
            results.add(claim.verdict("split", Verdict.INCONSISTENT, "no-split-of-total", 0));
        } else if (splits.size() >= TotalSplits.MOST) {
            results.add(claim.verdict("split", Verdict.NOT_TESTABLE, "too-many-splits", splits.size()));
            return results;
        } else {
            results.add(claim.verdict("split", Verdict.CONSISTENT, "", splits.size()));
        }
        for (int split = 0; split < splits.size(); split++) {
            for (int place = 0; place < arms.size(); place++) {
                results.add(fits(
                        claim,
                        arms.get(place).arm(),
                        split + 1,
                        splits.get(split).get(place)));
            }
        }
        return results;
    }

    private static Result fits(Claim claim, String arm, int split, WholeNumberFits fits) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(fits.denominator()));
        cells.put(Statistic.MIN, Cell.count(fits.least()));
        cells.put(Statistic.MAX, Cell.count(fits.most()));
        String more = Names.pair("split", Integer.toString(split));
        return new Result(claim.key(Measure.FITTING_COUNTS, "split", more).ofArm(arm), cells, "");
    }

    /** Several percentages of the same people: the numbers of people that all of them fit. */
    private List<Result> commonDenominators() {
        Map<String, List<ArmClaim>> arms = new LinkedHashMap<>();
        report.claims().arms().stream()
                .filter(arm -> arm.percent().isPresent()
                        && arm.n().isEmpty()
                        && arm.events().isEmpty()
                        && arm.randomised()
                                .filter(people -> people <= WholeNumberFits.MOST_SEARCHED)
                                .isPresent())
                .forEach(arm -> arms.computeIfAbsent(arm.arm(), any -> new ArrayList<>())
                        .add(arm));
        List<Result> results = new ArrayList<>();
        arms.values().stream().filter(same -> same.size() > 1).forEach(same -> results.addAll(common(same)));
        return results;
    }

    private List<Result> common(List<ArmClaim> same) {
        long randomised = same.stream()
                .mapToLong(arm -> arm.randomised().orElseThrow())
                .min()
                .orElseThrow();
        List<PrintedNumber> percentages = same.stream()
                .map(arm -> new PrintedNumber(arm.percent().map(Printed::value).orElseThrow()))
                .toList();
        String words = same.stream()
                        .map(arm ->
                                arm.percent().map(Printed::value).orElseThrow().toPlainString() + "%")
                        .collect(Collectors.joining(", "))
                + " of the same people, " + randomised + " randomised";
        Claim claim = Claim.of(same.get(0).report(), "", same.get(0).arm(), "", words);
        List<WholeNumberFits> fits = new ArrayList<>();
        for (WholeNumberFits first : WholeNumberFits.ofPercentageUpTo(percentages.get(0), randomised)) {
            if (percentages.stream().allMatch(percent -> WholeNumberFits.ofPercentage(percent, first.denominator())
                    .any())) {
                fits.add(first);
            }
        }
        boolean all = fits.stream().anyMatch(fit -> fit.denominator() == randomised);
        List<Result> results = new ArrayList<>();
        if (all) {
            results.add(claim.verdict("common-n", Verdict.CONSISTENT, "", fits.size()));
        } else if (fits.isEmpty()) {
            results.add(claim.verdict("common-n", Verdict.ONLY_IF, "different-n", 0));
        } else {
            results.add(claim.verdict("common-n", Verdict.ONLY_IF, "other-n", fits.size()));
        }
        fits.forEach(fit -> results.add(claim.fits("common-n", fit)));
        return results;
    }
}
