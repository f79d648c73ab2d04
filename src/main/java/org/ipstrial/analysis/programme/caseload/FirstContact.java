package org.ipstrial.analysis.programme.caseload;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.programme.Enrolment;

/**
 * Days from enrolment to the first contact with an employer. Who leaves without one never has it, and who is still waiting
 * at the data date may have it yet: the share by a day is the cumulative incidence, not that of those who had it.
 *
 * @param people  everybody who was enrolled
 * @param request what is asked
 */
record FirstContact(List<Enrolment> people, CaseloadRequest request) {

    /** The outcome. */
    static final String OUTCOME = "first-employer-contact";

    /** What is waited for, and what makes it impossible. */
    static final List<String> CAUSES = List.of("employer-contact", "left");

    void add(List<Result> results, List<Series> series) {
        ResultKey key = Caseload.key(OUTCOME, "as-given");
        // Where days are grouped only those are counted of whom all of them are known: nobody is censored among them.
        List<Enrolment> followed = people.stream()
                .filter(one -> !request.grouped() || request.until().toEpochDay() - one.enrolled() >= request.within())
                .toList();
        long missing = people.size() - followed.size();
        if (followed.isEmpty()) {
            results.add(ProgrammeTimes.count(key, 0, missing, 0));
            return;
        }
        double[] days = new double[followed.size()];
        int[] causes = new int[followed.size()];
        for (int i = 0; i < days.length; i++) {
            Enrolment one = followed.get(i);
            causes[i] = one.contact().isPresent() ? 1 : one.left().isPresent() ? 2 : 0;
            long end = one.contact().orElse(one.left().orElse(request.until().toEpochDay()));
            days[i] = end - one.enrolled();
        }
        ProgrammeTimes times = new ProgrammeTimes(key, days, causes, request, List.of(request.within()));
        results.add(times.count(missing));
        results.add(new Result(
                key.withTerm(Names.pair("cause", CAUSES.get(1))).of(Measure.COUNT, ""),
                Map.of(Statistic.EVENTS, Cell.count(times.ended(2))),
                ""));
        results.add(times.atRisk(request.within()));
        results.add(times.incidence(1, CAUSES.get(0), request.within()));
        results.add(times.incidence(2, CAUSES.get(1), request.within()));
        if (!request.grouped()) {
            results.add(times.median(1, CAUSES.get(0)));
        }
        series.addAll(times.series(Names.pair("outcome", OUTCOME), CAUSES));
    }
}
