package org.ipstrial.plan.simulation;

import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanNumber;
import org.ipstrial.plan.yaml.Sited;

/**
 * An activity besides jobs that people begin once or never.
 *
 * @param name         the activity
 * @param share        how many of the arm begin it within the horizon, as a fraction, where nothing ends their follow-up
 * @param tenureMonths how many months it lasts on average
 * @param hoursPerWeek hours a week
 */
public record SimulatedActivity(Sited<String> name, double share, double tenureMonths, Bands hoursPerWeek) {

    static Optional<SimulatedActivity> read(NamedValue entry) {
        Optional<Fields> own = entry.value().fields();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = own.get();
        Optional<Double> share = fields.required("share", "how many of the arm begin it, as a fraction")
                .flatMap(value -> new PlanNumber(value).between(0, 1))
                .map(Sited::value);
        Optional<Double> tenure = fields.required("tenure_months", "how many months it lasts on average")
                .flatMap(ArmDraft::months);
        Optional<Bands> hours = fields.required("hours_per_week", "hours a week with weights, such as {37: 1}")
                .flatMap(ArmDraft::hours);
        fields.noOthers();
        if (entry.name().value().equals(SimulatedArm.JOB)) {
            entry.value().refuse(FindingCode.E425, SimulatedArm.JOB, "'activities', since jobs have keys of their own");
        }
        return share.isPresent() && tenure.isPresent() && hours.isPresent()
                ? Optional.of(new SimulatedActivity(entry.name(), share.get(), tenure.get(), hours.get()))
                : Optional.empty();
    }
}
