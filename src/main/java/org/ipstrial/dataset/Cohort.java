package org.ipstrial.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Some of the participants, in the order of their ids. */
public final class Cohort {

    private final Participants participants;
    private final int[] rows;

    Cohort(Participants participants, int[] rows) {
        this.participants = participants;
        this.rows = rows;
    }

    /** How many they are. */
    public int size() {
        return rows.length;
    }

    /** The levels that a label column takes among them, in its order, else by code point; missing is no level. */
    public List<String> levels(String column) {
        StringColumn labels = participants.labelColumn(column);
        Set<String> levels = new TreeSet<>(participants.order(column));
        for (int row : rows) {
            if (!labels.isMissing(row)) {
                levels.add(labels.get(row));
            }
        }
        return new ArrayList<>(levels);
    }

    /** The label of each of them, in order; nothing where it is missing. */
    public List<Optional<String>> labels(String column) {
        StringColumn labels = participants.labelColumn(column);
        return Arrays.stream(rows)
                .mapToObj(row -> labels.isMissing(row) ? Optional.<String>empty() : Optional.of(labels.get(row)))
                .toList();
    }

    /** The answer of each of them to a yes/no outcome, in order; nothing where it is missing. */
    public List<Optional<Boolean>> answers(String outcome) {
        BooleanColumn column = participants.eventColumn(outcome);
        return Arrays.stream(rows)
                .mapToObj(row -> column.isMissing(row) ? Optional.<Boolean>empty() : Optional.of(column.get(row)))
                .toList();
    }

    /** The amount of each of them, in order; NaN where it is missing. */
    public double[] amountsByPerson(String outcome) {
        DoubleColumn column = participants.amountColumn(outcome);
        return Arrays.stream(rows)
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : column.getDouble(row))
                .toArray();
    }

    /**
     * Those of them at each crossing of levels of some label columns that occurs among them, in the order of the levels;
     * who lacks a level is in none.
     */
    public Map<List<String>, Cohort> strata(List<String> columns) {
        List<StringColumn> labels =
                columns.stream().map(participants::labelColumn).toList();
        Map<List<String>, List<Integer>> places = new HashMap<>();
        for (int row : rows) {
            int person = row;
            if (labels.stream().noneMatch(column -> column.isMissing(person))) {
                List<String> levels =
                        labels.stream().map(column -> column.get(person)).toList();
                places.computeIfAbsent(levels, any -> new ArrayList<>()).add(row);
            }
        }
        List<List<String>> order = new ArrayList<>(places.keySet());
        order.sort(byLevel(columns.stream().map(participants::order).toList()));
        Map<List<String>, Cohort> strata = new LinkedHashMap<>();
        for (List<String> levels : order) {
            int[] people =
                    places.get(levels).stream().mapToInt(Integer::intValue).toArray();
            strata.put(levels, new Cohort(participants, people));
        }
        return strata;
    }

    private static Comparator<List<String>> byLevel(List<Comparator<String>> orders) {
        return (one, other) -> {
            for (int i = 0; i < orders.size(); i++) {
                int order = orders.get(i).compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** How many of them have no value in a label column. */
    public int withoutLevel(String column) {
        StringColumn labels = participants.labelColumn(column);
        return (int) Arrays.stream(rows).filter(labels::isMissing).count();
    }

    /** Those of them at one of the levels of a label column. */
    public Cohort at(String column, Set<String> levels) {
        StringColumn labels = participants.labelColumn(column);
        return new Cohort(
                participants,
                Arrays.stream(rows)
                        .filter(row -> levels.contains(labels.get(row)))
                        .toArray());
    }

    /** Those of them at one level of a label column. */
    public Cohort at(String column, String level) {
        return at(column, Set.of(level));
    }

    /** Those of them of whom a yes/no outcome is known to be a yes. */
    public Cohort having(String outcome) {
        BooleanColumn column = participants.eventColumn(outcome);
        return new Cohort(
                participants,
                Arrays.stream(rows).filter(row -> column.getByte(row) == 1).toArray());
    }

    /** Who of them lacks an outcome, in order; who did not work lacks no wage. */
    public boolean[] lacking(OutcomeDefinition outcome) {
        boolean[] lacking = new boolean[rows.length];
        boolean answered = outcome.kind() == OutcomeKind.BINARY || outcome.kind() == OutcomeKind.AMOUNT_OF_WORKERS;
        boolean measured = outcome.kind() != OutcomeKind.BINARY;
        for (int i = 0; i < rows.length; i++) {
            byte answer = answered ? participants.eventColumn(outcome.name()).getByte(rows[i]) : 1;
            lacking[i] = answer != 0 && answer != 1
                    || measured
                            && answer == 1
                            && participants.amountColumn(outcome.name()).isMissing(rows[i]);
        }
        return lacking;
    }

    /** Who of them lacks a covariate, in order; a label that is no level of it counts as missing. */
    public boolean[] lacking(Covariate covariate) {
        boolean[] lacking = new boolean[rows.length];
        double[] amounts = covariate.isAmount() ? amountOfEach(covariate.column()) : new double[0];
        List<String> labels = covariate.isAmount() ? List.of() : labelOfEach(covariate.column());
        Set<String> levels = Set.copyOf(covariate.levels());
        for (int i = 0; i < rows.length; i++) {
            lacking[i] = covariate.isAmount() ? Double.isNaN(amounts[i]) : !levels.contains(labels.get(i));
        }
        return lacking;
    }

    /** Those of them who are marked, or those who are not. */
    public Cohort only(boolean[] marked, boolean mark) {
        return new Cohort(
                participants,
                IntStream.range(0, rows.length)
                        .filter(i -> marked[i] == mark)
                        .map(i -> rows[i])
                        .toArray());
    }

    /** A yes/no outcome of theirs, counted. */
    public EventCounts events(String outcome) {
        BooleanColumn column = participants.eventColumn(outcome);
        int assessed = 0;
        int events = 0;
        for (int row : rows) {
            byte value = column.getByte(row);
            if (value == 0 || value == 1) {
                assessed++;
                events += value;
            }
        }
        return new EventCounts(rows.length, assessed, events);
    }

    /**
     * A category of theirs, counted.
     *
     * @param column a column of labels
     * @param levels the levels to count, each once; a label that is none of them counts as missing
     */
    public CategoryCounts category(String column, List<String> levels) {
        StringColumn labels = participants.labelColumn(column);
        Map<String, Integer> places = new HashMap<>();
        levels.forEach(level -> places.put(level, places.size()));
        int[] counts = new int[levels.size()];
        for (int row : rows) {
            Integer place = places.get(labels.get(row));
            if (place != null) {
                counts[place]++;
            }
        }
        return new CategoryCounts(rows.length, counts);
    }

    /** How many of them have no value of an outcome; who did not work lacks no wage. */
    public int missing(OutcomeDefinition outcome) {
        return switch (outcome.kind()) {
            case BINARY -> events(outcome.name()).missing();
            case AMOUNT, ORDINAL, TIME, WEEKLY -> amounts(outcome.name()).missing();
            // Who had no job lacks no tenure.
            case TIME_OF_WORKERS -> 0;
            case AMOUNT_OF_WORKERS -> {
                EventCounts worked = events(outcome.name());
                yield worked.missing()
                        + worked.events()
                        - amounts(outcome.name()).values().length;
            }
        };
    }

    /** An amount of each of them, in their order; NaN where it is missing. */
    public double[] amountOfEach(String outcome) {
        DoubleColumn column = participants.amountColumn(outcome);
        return Arrays.stream(rows).mapToDouble(column::getDouble).toArray();
    }

    /** A yes/no outcome of each of them, in their order: 1 for the event, else 0, also where it is missing. */
    public int[] eventOfEach(String outcome) {
        BooleanColumn column = participants.eventColumn(outcome);
        return Arrays.stream(rows).map(row -> column.getByte(row) == 1 ? 1 : 0).toArray();
    }

    /** A label of each of them, in their order; empty where it is missing. */
    public List<String> labelOfEach(String column) {
        StringColumn labels = participants.labelColumn(column);
        return Arrays.stream(rows)
                .mapToObj(row -> labels.isMissing(row) ? "" : labels.get(row))
                .toList();
    }

    /** For each of them, in their order, and each week 1 where anything was, 0 where nothing was, -1 where it is not known. */
    public byte[][] weeksOfEach(String outcome) {
        byte[][] column = participants.weekColumn(outcome);
        return Arrays.stream(rows).mapToObj(row -> column[row].clone()).toArray(byte[][]::new);
    }

    /** Those of them whose amount is known. */
    public Cohort knowing(String outcome) {
        DoubleColumn column = participants.amountColumn(outcome);
        return new Cohort(
                participants,
                Arrays.stream(rows).filter(row -> !column.isMissing(row)).toArray());
    }

    /** An amount of theirs. */
    public Amounts amounts(String outcome) {
        DoubleColumn column = participants.amountColumn(outcome);
        return new Amounts(
                rows.length,
                Arrays.stream(rows)
                        .filter(row -> !column.isMissing(row))
                        .mapToDouble(column::getDouble)
                        .toArray());
    }
}
