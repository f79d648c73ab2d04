package org.ipstrial.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.DesignMatrix;

/** What an adjusted comparison asks for, and what its covariates cannot give. */
final class AdjustChecks {

    private static final String SEPARATION = Reason.SEPARATION.id();

    private static final String ADJUST = DataOptions.ADJUST.name();

    private AdjustChecks() {}

    /**
     * Refuses covariates where nothing is compared.
     *
     * @param measures what the command computes
     */
    static void options(DataOptions data, Set<Measure> measures) {
        boolean compares = measures.contains(Measure.TEST) || measures.contains(Measure.INTERACTION_TEST);
        if (data.givesAdjust() && !compares) {
            throw OptionChecks.wrong(ADJUST + " is for a comparison", "this command compares nothing; leave it out");
        }
    }

    /** Refuses covariates that the plan does not describe, and the column of arms. */
    static void ofPlan(Plan plan, List<String> adjust) {
        List<String> known = List.copyOf(PlannedBaselineRun.labels(plan).keySet());
        for (String name : adjust) {
            if (!known.contains(name)) {
                throw RefusedException.of(
                        FindingCode.E027,
                        Location.COMMAND_LINE,
                        name,
                        known.isEmpty() ? "those it describes, and it describes none" : String.join(", ", known),
                        known.isEmpty() ? "describe it in the plan" : PlanWords.nearest(name, known));
            }
            String arm = plan.participants().arm().column().value();
            if (plan.participants()
                    .column(name)
                    .filter(column -> column.column().value().equals(arm))
                    .isPresent()) {
                throw OptionChecks.wrong(
                        ADJUST + " names " + name + ", the column of arms",
                        "wanted what was known before anybody had an arm");
            }
        }
    }

    /** Refuses covariates of counts that have none. */
    static RefusedException ofCounts() {
        return OptionChecks.wrong(
                ADJUST + " and --counts are both given", "published counts have no covariates; leave one of them out");
    }

    /**
     * Refuses strata that are not among the covariates: the model would leave out what the arms were balanced for.
     *
     * @param stratify the columns of the strata
     * @param adjust   the covariates
     */
    static void strata(List<String> stratify, List<String> adjust) {
        List<String> others =
                stratify.stream().filter(column -> !adjust.contains(column)).toList();
        if (!adjust.isEmpty() && !others.isEmpty()) {
            throw OptionChecks.wrong(
                    ADJUST + " with --stratify lacks the strata " + String.join(", ", others),
                    "name them among the covariates too, or leave --stratify out");
        }
    }

    /**
     * Refuses a method that the user names and that needs strata or covariates where there are none.
     *
     * @param stratify the columns of the strata
     * @param adjust   the covariates
     */
    static void methods(MethodSelection methods, List<String> stratify, List<String> adjust) {
        methods(methods, stratify, adjust, false);
    }

    /**
     * The same where outcomes may be of ordered levels.
     *
     * @param levels whether any is
     */
    static void methods(MethodSelection methods, List<String> stratify, List<String> adjust, boolean levels) {
        methods.unserved(!stratify.isEmpty(), !adjust.isEmpty(), levels).ifPresent(choice -> {
            throw switch (choice.need()) {
                case STRATA ->
                    OptionChecks.wrong(
                            "--method " + choice.name() + " combines strata",
                            "give --stratify with the columns of the strata, or leave it out");
                case COVARIATES ->
                    OptionChecks.wrong(
                            "--method " + choice.name() + " adjusts for covariates",
                            "give " + ADJUST + " with their columns, or leave it out");
                case BOTH ->
                    OptionChecks.wrong(
                            "--method " + choice.name() + " is for strata and covariates",
                            "give --stratify and " + ADJUST + " with their columns, or leave it out");
            };
        });
    }

    /**
     * Tells of columns that the models could not use. Where small cells are hidden nothing is told: it would point at levels
     * at which nobody of an arm had the event.
     */
    static void tell(ResultTable table, String file, CellPolicy policy, Findings findings) {
        if (policy.threshold() > 0) {
            return;
        }
        Map<List<String>, Set<String>> separating = new LinkedHashMap<>();
        for (Result result : table.results()) {
            if (result.key().measure() != Measure.COVARIATE) {
                continue;
            }
            String note = result.cells().get(Statistic.ESTIMATE).note();
            List<String> column = Names.parts(result.key().term());
            if (note.equals(Reason.COLLINEAR_COVARIATES.id())) {
                findings.add(FindingCode.W012, Location.file(file), where(result.key()), column.get(1), madeOf(column));
            } else {
                separating
                        .computeIfAbsent(
                                List.of(
                                        where(result.key()),
                                        column.get(1),
                                        note.endsWith("upwards") ? "rises" : "falls"),
                                any -> new LinkedHashSet<>())
                        .add(result.key().method());
            }
        }
        separating.forEach((what, methods) -> findings.add(
                separates(table, methods),
                Location.file(file),
                what.get(0),
                what.get(1),
                what.get(2),
                String.join(", ", methods)));
    }

    private static FindingCode separates(ResultTable table, Set<String> methods) {
        if (table.command().equals(Subgroups.NAME)) {
            return FindingCode.W322;
        }
        return methods.stream().allMatch(method -> method.startsWith("cox")) ? FindingCode.W340 : FindingCode.W013;
    }

    private static String madeOf(List<String> column) {
        String parts = column.get(3);
        if (column.size() > 5 && parts.equals(column.get(5))) {
            return "made up of the levels of " + parts + ", which are in the model";
        }
        if (parts.isEmpty()) {
            return "it is 0 of everybody";
        }
        return parts.equals(DesignMatrix.INTERCEPT) ? "it is the same of everybody" : "made up of " + parts;
    }

    /** Tells of covariates that are outcomes too. */
    static void late(List<String> adjust, List<String> outcomes, String file, Findings findings) {
        adjust.stream()
                .filter(outcomes::contains)
                .forEach(name -> findings.add(FindingCode.L301, Location.file(file), name, "an outcome"));
    }

    /** Tells of covariates of a plan whose column is that of an outcome, or says who started what they were randomised to. */
    static void late(Plan plan, List<String> adjust, String file, Findings findings) {
        List<String> outcomes = plan.outcomes().stream()
                .filter(outcome -> outcome.derived().isEmpty())
                .flatMap(outcome -> outcome.times()
                        .map(times -> times.columns().stream())
                        .orElseGet(() -> Stream.of(outcome.column()))
                        .map(Sited::value))
                .toList();
        Optional<String> started = plan.participants().started().map(Sited::value);
        for (String name : adjust) {
            String column = plan.participants()
                    .column(name)
                    .map(described -> described.column().value())
                    .or(() -> plan.participants().amount(name).map(amount -> amount.column()
                            .value()))
                    .orElseThrow();
            if (outcomes.contains(column)) {
                findings.add(FindingCode.L301, Location.file(file), name, "an outcome");
            } else if (started.filter(column::equals).isPresent()) {
                findings.add(FindingCode.L301, Location.file(file), name, "who started what they were randomised to");
            }
        }
    }

    /** The outcome, and the level within which the model was fitted. */
    private static String where(ResultKey key) {
        return key.outcome()
                + (key.stratum().isEmpty() ? "" : " (" + Names.shown(key.stratum(), column -> column) + ")");
    }

    /** Whether an adjustment that was asked for gives no effect at all of an outcome, because covariates separate it. */
    static boolean separatedThroughout(ResultTable table) {
        Map<List<String>, Boolean> estimable = new HashMap<>();
        for (Result result : table.results()) {
            ResultKey key = result.key();
            if (!key.reference().isEmpty() && Names.isAdjusted(key.term()) && !Names.isAtCut(key.term())) {
                result.cell(Statistic.ESTIMATE)
                        .filter(cell -> cell.value().isPresent() || cell.note().equals(SEPARATION))
                        .ifPresent(cell -> estimable.merge(
                                List.of(key.analysis(), key.outcome(), key.stratum()),
                                cell.value().isPresent(),
                                Boolean::logicalOr));
            }
        }
        return estimable.containsValue(false);
    }
}
