package org.ipstrial.analysis.programme.caseload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.programme.CaseloadRole;
import org.ipstrial.dataset.programme.Caseloads;
import org.ipstrial.dataset.programme.Enrolment;
import org.ipstrial.stats.descriptive.DailyCount;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * Is the programme run as the model says? How many people each consultant and leader has from day to day, and on how many
 * days more than the limit; how soon employers are talked to; how long people are supported, and what jobs they get.
 */
public final class Caseload {

    /** The command's name. */
    public static final String NAME = "caseload";

    /** The outcome of how many people somebody has. */
    public static final String PEOPLE = "caseload";

    /** That of all together, each person once: an outcome of its own, since the others do not add up to it. */
    public static final String PEOPLE_OF_ALL = "caseload-of-all";

    private final Caseloads caseloads;
    private final CaseloadRequest request;
    private final List<Result> results = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    private Caseload(Caseloads caseloads, CaseloadRequest request) {
        this.caseloads = caseloads;
        this.request = request;
    }

    /**
     * The results.
     *
     * @param contacts when everybody was enrolled and an employer first talked to; nothing where that is not asked
     * @param jobs     the jobs that people got; nothing where that is not asked
     * @param seed     stated as everywhere; nothing here is random
     */
    public static ResultTable of(
            Caseloads caseloads,
            Optional<Map<String, Enrolment>> contacts,
            Optional<JobsHeld> jobs,
            CaseloadRequest request,
            long seed) {
        Caseload caseload = new Caseload(caseloads, request);
        caseload.loads();
        contacts.ifPresent(people ->
                new FirstContact(List.copyOf(people.values()), request).add(caseload.results, caseload.series));
        jobs.ifPresent(held -> held.add(request, caseload.results, caseload.series));
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", request.level());
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        stated.put("until", request.until().toString());
        stated.put("limit-consultant", (long) request.limitConsultant());
        stated.put("limit-leader", (long) request.limitLeader());
        if (contacts.isPresent()) {
            stated.put("within", (long) request.within());
        }
        return new ResultTable(NAME, List.of(), stated, Map.of(), caseload.results, caseload.series, List.of());
    }

    /** A key of this command. */
    static ResultKey key(String outcome, String set) {
        return new ResultKey(NAME, set, "", outcome, "", ResultKey.ALL_ARMS, "", "", "", Measure.COUNT, "");
    }

    private void loads() {
        ResultKey key = key(PEOPLE, "as-given");
        for (CaseloadRole role : CaseloadRole.values()) {
            for (String consultant : caseloads.consultants()) {
                if (caseloads.role(consultant) == role) {
                    ofOne(key.ofArm(consultant), consultant, role);
                }
            }
        }
        if (caseloads.ofPeople()) {
            Caseloads.Spells all = caseloads.everybody();
            ResultKey ofAll = key.of(PEOPLE_OF_ALL);
            count(ofAll, caseloads.ids().size());
            load(ofAll, DailyCount.ofSpells(all.first(), all.last()), "");
        }
    }

    private void ofOne(ResultKey key, String consultant, CaseloadRole role) {
        DailyCount people;
        if (caseloads.ofPeople()) {
            Caseloads.Spells spells = caseloads.spells(consultant);
            people = DailyCount.ofSpells(spells.first(), spells.last());
            count(key, caseloads.people(consultant));
        } else {
            people = DailyCount.ofCounts(
                    caseloads.counted(consultant), request.until().toEpochDay());
        }
        String term = Names.pair("role", role.id());
        load(key, people, term);
        int limit = request.limit(role);
        Map<Statistic, Cell> over = new EnumMap<>(Statistic.class);
        over.put(Statistic.ESTIMATE, Cell.of(people.daysOver(limit), Unit.DAYS));
        over.put(Statistic.MAX, Cell.of(people.days(), Unit.DAYS));
        add(
                key.withTerm(term + ";" + Names.pair("limit", Integer.toString(limit)))
                        .of(Measure.DAYS_OVER_LIMIT, ""),
                over);
        series.add(series(people, Names.pair("consultant", consultant) + ";" + term));
    }

    private void count(ResultKey key, long people) {
        add(key, Map.of(Statistic.ASSESSED, Cell.count(people)));
    }

    private void load(ResultKey key, DailyCount people, String term) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ESTIMATE, Cell.count(people.on(request.until().toEpochDay())));
        cells.put(Statistic.MEAN, Cell.of(people.mean(), Unit.COUNT));
        cells.put(Statistic.MAX, Cell.count(people.most()));
        add(key.withTerm(term).of(Measure.CASELOAD, ""), cells);
    }

    private void add(ResultKey key, Map<Statistic, Cell> cells) {
        results.add(new Result(key, cells, ""));
    }

    /** The days on which the number changes, and the day after the last or the data date. */
    private Series series(DailyCount people, String whose) {
        long until = request.until().toEpochDay();
        long end = Math.min(until, people.last() + 1);
        long[] days = LongStream.concat(LongStream.of(people.changes()), LongStream.of(end))
                .distinct()
                .toArray();
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("day", LongStream.of(days).asDoubleStream().toArray());
        columns.put("people", LongStream.of(days).mapToDouble(people::on).toArray());
        return new Series("caseload;" + whose, columns);
    }
}
