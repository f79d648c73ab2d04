package org.ipstrial.simulate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ipstrial.dataset.history.PersonRecord;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlanReader;
import org.ipstrial.plan.Vocabulary;

/** Simulated trials for tests. */
final class Trials {

    /** All of a plan but the simulation. */
    static final String PLAN = """
            trial: A made-up trial
            participants:
              file: participants.csv
              randomised_on: randomised_on
              arm: {control: SAU, order: [IPS, SAU]}
            horizon: 18 months
            data_cut: 2017-08-31
            spells:
              file: spells.csv
              activities: {competitive_employment: competitive_employment, education: education, internship: internship}
            follow_up:
              file: follow-up.csv
              after: {died: no-activity, emigrated: not-observed, pension: no-activity}
            outcomes:
              worked: {derive: ever, of: [competitive_employment]}
            """;

    /** A simulation of which a test changes what it looks at. */
    static final String SIMULATION = """
            simulation:
              recruitment: {from: 2012-11-01, to: 2016-02-29}
              stratify: site
              columns:
                site: {A: 3, B: 1, C: 0}
              age: {18-24: 1, 25-64: 3}
              tenure_months: 4
              next_job_per_month: 0.2
              hours_per_week: {7.5-15: 1, 37: 3}
              hourly_wage: {100-150: 1}
              activities:
                education: {share: 0.3, tenure_months: 9, hours_per_week: {20: 1}}
              arms:
                IPS: {people: 2000, first_job_per_month: 0.05}
                SAU: {people: 2000, first_job_per_month: 0.02}
            """;

    private Trials() {}

    static Plan plan(String simulation) {
        byte[] bytes = (PLAN + simulation).getBytes(StandardCharsets.UTF_8);
        return PlanReader.read(
                Path.of("trial.yaml"), bytes, new Vocabulary(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    static List<PersonRecord> of(String simulation, long seed) {
        return SimulatedTrial.draw(plan(simulation), seed);
    }

    static List<PersonRecord> ofArm(List<PersonRecord> people, String arm) {
        return people.stream().filter(person -> person.arm().equals(arm)).toList();
    }
}
