package org.ipstrial.analysis.programme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.dataset.programme.Screenings;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * Who screens in? Counts of people by band of each questionnaire, by the algorithms of the MDI, and by a rule of
 * eligibility. A missing answer is never filled: somebody whose class it decides counts as missing.
 */
public final class Screened {

    /** The command's name. */
    public static final String NAME = "screening";

    /** The outcome of the MDI's item on life not being worth living. */
    public static final String NOT_WORTH = "MDI-item-6";

    /** The outcome of the rule of eligibility. */
    public static final String ELIGIBILITY = "eligibility";

    /** Stated as everywhere; counts have no limits. */
    private static final double LEVEL = 0.95;

    private final List<PersonClasses> people;
    private final List<String> ids;
    private final List<Result> results = new ArrayList<>();

    private Screened(Screenings screenings, Optional<SeverityBands> mdi, EligibilityRule rule) {
        this.ids = screenings.ids();
        this.people = ids.stream()
                .map(id -> PersonClasses.of(screenings, id, mdi, rule))
                .toList();
    }

    /**
     * The counts.
     *
     * @param mdi  the bands of the MDI, where anybody answered it
     * @param rule the rule of eligibility
     * @param seed stated as everywhere; nothing here is random
     */
    public static ResultTable of(Screenings screenings, Optional<SeverityBands> mdi, EligibilityRule rule, long seed) {
        Screened screened = new Screened(screenings, mdi, rule);
        screenings.scales().forEach(scale -> screened.scale(scale, mdi));
        if (mdi.isPresent()) {
            screened.algorithms();
        }
        screened.eligibility();
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", LEVEL);
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        mdi.ifPresent(bands -> stated.put("mdi-bands", bands.id()));
        if (rule.people()) {
            stated.put("min-age", (long) rule.minAge());
            stated.put("max-age", (long) rule.maxAge());
        }
        if (!rule.isUsual()) {
            stated.put("bands", ids(rule.wanted()));
            stated.put("refer-on", rule.referred().isEmpty() ? "nobody" : ids(rule.referred()));
            stated.put("in-work-or-education", rule.occupied() ? "included" : "excluded");
        }
        return new ResultTable(NAME, List.of(), stated, Map.of(), screened.results, List.of(), List.of());
    }

    /** The columns of {@link #rows}. */
    public static List<String> header() {
        List<String> header = new ArrayList<>(List.of("id"));
        header.addAll(PersonClasses.header());
        return header;
    }

    /** Everybody's classes, which are for a file that only its owner reads. */
    public static List<List<String>> rows(Screenings screenings, Optional<SeverityBands> mdi, EligibilityRule rule) {
        Screened screened = new Screened(screenings, mdi, rule);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < screened.ids.size(); i++) {
            List<String> row = new ArrayList<>(List.of(screened.ids.get(i)));
            row.addAll(screened.people.get(i).fields());
            rows.add(row);
        }
        return rows;
    }

    private void scale(ScreeningScale scale, Optional<SeverityBands> mdi) {
        List<PersonClasses> screened = people.stream()
                .filter(person -> person.totals().containsKey(scale))
                .toList();
        severities(scale.id(), "band", screened, person -> person.severities().get(scale));
        if (scale == ScreeningScale.MDI) {
            long changed = screened.stream()
                    .filter(person -> isOne(person.severities().get(scale))
                            && isOne(person.otherBands().orElseThrow())
                            && !person.severities()
                                    .get(scale)
                                    .equals(person.otherBands().get()))
                    .count();
            String other =
                    Names.pair("other-class-by", mdi.orElseThrow().other().id());
            level(scale.id(), other, changed);
        }
    }

    private void algorithms() {
        List<PersonClasses> screened =
                people.stream().filter(person -> person.icd10().isPresent()).toList();
        severities(
                "MDI-ICD-10", "class", screened, person -> person.icd10().get().classes());
        level(
                "MDI-ICD-10",
                Names.pair("not-in-printed-rule", "yes"),
                screened.stream()
                        .filter(person -> isOne(person.icd10().get().classes())
                                && !person.icd10().get().printed())
                        .count());
        yesNo("MDI-DSM-IV", screened, person -> person.dsm4().get());
        yesNo(NOT_WORTH, screened, person -> person.notWorth().map(score -> score > 0));
    }

    private void eligibility() {
        long known =
                people.stream().filter(person -> person.verdict().isPresent()).count();
        count(ELIGIBILITY, people.size(), known, Optional.empty());
        for (EligibilityRule.Verdict verdict : EligibilityRule.Verdict.values()) {
            level(
                    ELIGIBILITY,
                    Names.pair("verdict", verdict.id()),
                    people.stream()
                            .filter(person -> person.verdict().equals(Optional.of(verdict)))
                            .count());
        }
    }

    private void severities(
            String outcome, String word, List<PersonClasses> screened, Function<PersonClasses, Set<Severity>> of) {
        count(
                outcome,
                screened.size(),
                screened.stream().map(of).filter(Screened::isOne).count(),
                Optional.empty());
        for (Severity severity : Severity.values()) {
            level(
                    outcome,
                    Names.pair(word, severity.id()),
                    screened.stream().map(of).filter(Set.of(severity)::equals).count());
        }
    }

    private void yesNo(String outcome, List<PersonClasses> screened, Function<PersonClasses, Optional<Boolean>> of) {
        List<Boolean> known =
                screened.stream().map(of).flatMap(Optional::stream).toList();
        count(
                outcome,
                screened.size(),
                known.size(),
                Optional.of(known.stream().filter(yes -> yes).count()));
    }

    private void count(String outcome, long rows, long assessed, Optional<Long> events) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(assessed));
        cells.put(Statistic.MISSING, Cell.count(rows - assessed));
        events.ifPresent(number -> cells.put(Statistic.EVENTS, Cell.count(number)));
        results.add(new Result(key(outcome, ""), cells, ""));
    }

    private void level(String outcome, String term, long people) {
        results.add(new Result(key(outcome, term), Map.of(Statistic.EVENTS, Cell.count(people)), ""));
    }

    private static ResultKey key(String outcome, String term) {
        return new ResultKey(NAME, "as-given", "", outcome, "", ResultKey.ALL_ARMS, "", "", term, Measure.COUNT, "");
    }

    private static String ids(Set<Severity> bands) {
        return bands.stream().map(Severity::id).collect(Collectors.joining(","));
    }

    private static boolean isOne(Set<Severity> possible) {
        return possible.size() == 1;
    }
}
