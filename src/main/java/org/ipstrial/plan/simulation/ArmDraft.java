package org.ipstrial.plan.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanNumber;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/** The keys of an arm as far as they stand in one place: under the arm, or beside the arms for all of them. */
record ArmDraft(
        Fields fields,
        Optional<Integer> people,
        Optional<Integer> perBlock,
        Optional<Double> firstPerMonth,
        Optional<Double> nextPerMonth,
        Optional<Double> tenureMonths,
        Optional<Bands> hoursPerWeek,
        Optional<Bands> hourlyWage,
        Optional<List<SimulatedActivity>> activities,
        Optional<Map<EndOfFollowUp, Double>> dropOut) {

    private static final int MOST_PEOPLE = 100_000;
    private static final int MOST_PLACES = 100;
    private static final int USUAL_PLACES = 2;
    private static final double MOST_PER_MONTH = 1000;
    private static final double MOST_MONTHS = 1200;
    private static final double MOST_HOURS = 80;
    private static final double MOST_WAGE = 100_000;

    /** The drop-out that is more than everybody by rounding alone. */
    private static final double ROUNDING = 1e-9;

    static ArmDraft read(Fields fields) {
        return new ArmDraft(
                fields,
                fields.whole("people", 1, MOST_PEOPLE).map(Long::intValue),
                fields.whole("per_block", 1, MOST_PLACES).map(Long::intValue),
                fields.get("first_job_per_month").flatMap(ArmDraft::hazard),
                fields.get("next_job_per_month").flatMap(ArmDraft::hazard),
                fields.get("tenure_months").flatMap(ArmDraft::months),
                fields.get("hours_per_week").flatMap(ArmDraft::hours),
                fields.get("hourly_wage").flatMap(value -> Bands.read(value, 2, 0, MOST_WAGE)),
                fields.get("activities").map(ArmDraft::activities),
                fields.get("drop_out").flatMap(PlanValue::fields).map(ArmDraft::dropOut));
    }

    static Optional<Double> months(PlanValue value) {
        return new PlanNumber(value).between(0, MOST_MONTHS).map(Sited::value);
    }

    static Optional<Bands> hours(PlanValue value) {
        return Bands.read(value, 2, 1, MOST_HOURS);
    }

    private static Optional<Double> hazard(PlanValue value) {
        return new PlanNumber(value).between(0, MOST_PER_MONTH).map(Sited::value);
    }

    private static List<SimulatedActivity> activities(PlanValue value) {
        return value.entries().stream()
                .map(SimulatedActivity::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<EndOfFollowUp, Double> dropOut(Fields fields) {
        Map<EndOfFollowUp, Double> shares = new EnumMap<>(EndOfFollowUp.class);
        double everybody = 0;
        for (EndOfFollowUp reason : EndOfFollowUp.values()) {
            if (reason != EndOfFollowUp.COMPLETED) {
                fields.get(reason.id())
                        .flatMap(value -> new PlanNumber(value).between(0, 1))
                        .ifPresent(share -> shares.put(reason, share.value()));
                everybody += shares.getOrDefault(reason, 0.0);
            }
        }
        fields.noOthers();
        if (everybody > 1 + ROUNDING) {
            fields.self()
                    .refuse(
                            FindingCode.E426,
                            "the shares add up to more than 1",
                            "fractions of the arm that leave together at most everybody",
                            "lower them");
        }
        return shares;
    }

    /** The arm, with what holds for all arms where it says nothing itself; nothing where something is missing. */
    Optional<SimulatedArm> over(ArmDraft all, String label) {
        require(all, "people", "how many are randomised to the arm");
        require(all, "first_job_per_month", "the hazard of a first job, such as 0.05 a month");
        require(all, "tenure_months", "how many months a job lasts on average");
        require(all, "hours_per_week", "hours a week with weights, such as {20: 1, 37: 2}");
        Optional<Integer> size = people.or(all::people);
        Optional<Double> first = firstPerMonth.or(all::firstPerMonth);
        Optional<Double> tenure = tenureMonths.or(all::tenureMonths);
        Optional<Bands> hours = hoursPerWeek.or(all::hoursPerWeek);
        if (size.isEmpty() || first.isEmpty() || tenure.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SimulatedArm(
                label,
                size.get(),
                perBlock.or(all::perBlock).orElse(USUAL_PLACES),
                first.get(),
                nextPerMonth.or(all::nextPerMonth).or(() -> first).get(),
                tenure.get(),
                hours.get(),
                hourlyWage.or(all::hourlyWage),
                activities.or(all::activities).orElse(List.of()),
                dropOut.or(all::dropOut).orElse(Map.of())));
    }

    private void require(ArmDraft all, String key, String wanted) {
        if (fields.get(key).isEmpty() && all.fields.get(key).isEmpty()) {
            fields.self().refuse(FindingCode.E409, key, wanted + ", here or beside 'arms' for all of them");
        }
    }
}
