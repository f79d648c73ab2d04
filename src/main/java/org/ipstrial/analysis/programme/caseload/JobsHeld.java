package org.ipstrial.analysis.programme.caseload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipstrial.analysis.FirstJobTenure;
import org.ipstrial.analysis.Results;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.programme.SupportedJob;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.WilsonInterval;

/**
 * The jobs that people got: how long support went on after the first began, which share is in line with what the person
 * wished for, and how long the first was kept by that. Who gets a job, and one that matches, is no matter of chance.
 *
 * @param jobs      the jobs
 * @param matches   whether it is known which match
 * @param supported whether it is known how long support went on
 */
public record JobsHeld(List<SupportedJob> jobs, boolean matches, boolean supported) {

    private static final String NOT_RANDOMISED = "not-randomised";

    /** The outcome of support. */
    static final String SUPPORT = "support";

    /** The outcome of the match of all jobs. */
    static final String MATCH = "job-match";

    /** That of everybody's first job. */
    static final String FIRST_MATCH = "first-job-match";

    /** The outcome of how long the first job was kept. */
    static final String TENURE = "first-job-tenure";

    private static final int YEAR = 365;
    private static final int HALF_A_YEAR = 183;

    void add(CaseloadRequest request, List<Result> results, List<Series> series) {
        List<SupportedJob> first = SupportedJob.firstOfEach(jobs);
        if (supported) {
            support(first, request, results, series);
        }
        if (matches) {
            match(Caseload.key(MATCH, "as-given"), jobs, request, results);
            match(Caseload.key(FIRST_MATCH, FirstJobTenure.WORKERS_ONLY), first, request, results);
            results.add(ProgrammeTimes.count(
                    Caseload.key(TENURE, FirstJobTenure.WORKERS_ONLY),
                    first.size(),
                    0,
                    first.stream().filter(job -> job.end().isPresent()).count()));
            for (boolean match : new boolean[] {true, false}) {
                tenure(first, match, request, results, series);
            }
        }
    }

    private void support(List<SupportedJob> first, CaseloadRequest request, List<Result> results, List<Series> series) {
        ResultKey key = Caseload.key(SUPPORT, FirstJobTenure.WORKERS_ONLY);
        List<SupportedJob> followed = followed(first, request);
        long missing = first.size() - followed.size();
        if (followed.isEmpty()) {
            results.add(ProgrammeTimes.count(key, 0, missing, 0));
            return;
        }
        ProgrammeTimes times = times(key, followed, SupportedJob::supported, request, List.of(YEAR));
        results.add(times.count(missing));
        results.add(times.atRisk(YEAR));
        results.add(times.after(YEAR));
        if (!request.grouped()) {
            results.add(times.median());
            results.add(times.restrictedMean(YEAR));
        }
        series.addAll(times.series(Names.pair("outcome", SUPPORT), List.of()));
    }

    /** Where days are grouped only those are counted of whom all of them are known: nobody is censored among them. */
    private static List<SupportedJob> followed(List<SupportedJob> jobs, CaseloadRequest request) {
        return jobs.stream()
                .filter(job -> !request.grouped() || request.until().toEpochDay() - job.start() + 1 >= YEAR)
                .toList();
    }

    private static void match(ResultKey key, List<SupportedJob> jobs, CaseloadRequest request, List<Result> results) {
        long known = jobs.stream().filter(job -> job.match().isPresent()).count();
        long matching = jobs.stream()
                .filter(job -> job.match().equals(Optional.of(true)))
                .count();
        results.add(ProgrammeTimes.count(key, known, jobs.size() - known, matching));
        if (known > 0) {
            results.add(Results.of(
                    key.of(Measure.PROPORTION, "wilson"),
                    WilsonInterval.of(new BinomialCount((int) matching, (int) known), request.level()),
                    Unit.PROPORTION,
                    request.level()));
        }
    }

    private static void tenure(
            List<SupportedJob> first,
            boolean match,
            CaseloadRequest request,
            List<Result> results,
            List<Series> series) {
        String stratum = Names.pair("job_match", match ? "yes" : "no");
        ResultKey whole = Caseload.key(TENURE, FirstJobTenure.WORKERS_ONLY);
        ResultKey key = new ResultKey(
                whole.analysis(), whole.analysisSet(), "", TENURE, "", "", "", stratum, "", Measure.COUNT, "");
        List<SupportedJob> all = first.stream()
                .filter(job -> job.match().equals(Optional.of(match)))
                .toList();
        List<SupportedJob> own = followed(all, request);
        long missing = all.size() - own.size();
        if (own.isEmpty()) {
            results.add(ProgrammeTimes.count(key, 0, missing, 0));
            return;
        }
        ProgrammeTimes times = times(key, own, SupportedJob::end, request, List.of(HALF_A_YEAR, YEAR));
        results.add(times.count(missing));
        for (int day : new int[] {HALF_A_YEAR, YEAR}) {
            results.add(times.atRisk(day));
            results.add(notRandomised(times.after(day)));
        }
        if (!request.grouped()) {
            results.add(notRandomised(times.median()));
        }
        series.addAll(times.series(Names.pair("outcome", TENURE) + ";" + stratum, List.of()));
    }

    /** Days from the first to the last, both included; what still goes on at the data date is censored there. */
    private static ProgrammeTimes times(
            ResultKey key,
            List<SupportedJob> jobs,
            Function<SupportedJob, OptionalLong> end,
            CaseloadRequest request,
            List<Integer> grid) {
        double[] days = new double[jobs.size()];
        int[] causes = new int[jobs.size()];
        for (int i = 0; i < days.length; i++) {
            SupportedJob job = jobs.get(i);
            OptionalLong last = end.apply(job);
            causes[i] = last.isPresent() ? 1 : 0;
            days[i] = last.orElse(request.until().toEpochDay()) - job.start() + 1;
        }
        return new ProgrammeTimes(key, days, causes, request, grid);
    }

    private static Result notRandomised(Result result) {
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.computeIfPresent(
                Statistic.ESTIMATE, (any, cell) -> cell.note().isEmpty() ? cell.withNote(NOT_RANDOMISED) : cell);
        return new Result(result.key(), cells, result.status());
    }
}
