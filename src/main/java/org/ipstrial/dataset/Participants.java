package org.ipstrial.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/**
 * The people of a trial, one row each, sorted by id so that the order of the file changes nothing. The ids themselves
 * are not kept.
 */
public final class Participants {

    private final int size;
    private final Map<String, StringColumn> labels;
    private final Map<String, Comparator<String>> orders;
    private final Map<String, BooleanColumn> events;
    private final Map<String, DoubleColumn> amounts;
    private final Map<String, byte[][]> weeks;

    private Participants(Participants other, Map<String, StringColumn> labels) {
        this.size = other.size;
        this.labels = Map.copyOf(labels);
        this.orders = other.orders;
        this.events = other.events;
        this.amounts = other.amounts;
        this.weeks = other.weeks;
    }

    private Participants(Builder builder) {
        this.size = builder.order.length;
        this.labels = Map.copyOf(builder.labels);
        this.orders = Map.copyOf(builder.orders);
        this.events = Map.copyOf(builder.events);
        this.amounts = Map.copyOf(builder.amounts);
        this.weeks = Map.copyOf(builder.weeks);
    }

    /**
     * Starts from the ids, in the order in which the columns will be given.
     *
     * @param ids one for each person, no two alike
     */
    public static Builder withIds(List<String> ids) {
        return new Builder(ids);
    }

    /** How many people there are. */
    public int size() {
        return size;
    }

    /** Everybody. */
    public Cohort everybody() {
        return new Cohort(this, IntStream.range(0, size).toArray());
    }

    /**
     * The same people with other labels in a column.
     *
     * @param change takes the labels in the order of the ids, empty where missing, and gives as many
     */
    public Participants withLabels(String name, UnaryOperator<List<String>> change) {
        StringColumn before = labelColumn(name);
        List<String> values = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            values.add(before.isMissing(row) ? "" : before.get(row));
        }
        StringColumn after = StringColumn.create(name);
        for (String value : change.apply(List.copyOf(values))) {
            if (value.isEmpty()) {
                after.appendMissing();
            } else {
                after.append(value);
            }
        }
        if (after.size() != size) {
            throw new IllegalArgumentException("wanted " + size + " labels, got " + after.size());
        }
        Map<String, StringColumn> all = new HashMap<>(labels);
        all.put(name, after);
        return new Participants(this, all);
    }

    StringColumn labelColumn(String name) {
        return known(labels, name);
    }

    /** How the levels of a label column stand: in the order that was given, then by code point. */
    Comparator<String> order(String name) {
        return orders.getOrDefault(name, CodePointOrder.INSTANCE);
    }

    BooleanColumn eventColumn(String name) {
        return known(events, name);
    }

    DoubleColumn amountColumn(String name) {
        return known(amounts, name);
    }

    byte[][] weekColumn(String name) {
        return known(weeks, name);
    }

    private static <C> C known(Map<String, C> columns, String name) {
        C column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no such column was read: " + name);
        }
        return column;
    }

    /** Takes the columns in file order and sorts them by id. */
    public static final class Builder {

        private final int[] order;
        private final Map<String, StringColumn> labels = new LinkedHashMap<>();
        private final Map<String, Comparator<String>> orders = new LinkedHashMap<>();
        private final Map<String, BooleanColumn> events = new LinkedHashMap<>();
        private final Map<String, DoubleColumn> amounts = new LinkedHashMap<>();
        private final Map<String, byte[][]> weeks = new LinkedHashMap<>();

        private Builder(List<String> ids) {
            this.order = inOrder(ids);
        }

        /** The rows in the order of their ids; a file that is in order already, as most are, is not sorted. */
        private static int[] inOrder(List<String> ids) {
            int[] rows = IntStream.range(0, ids.size()).toArray();
            for (int i = 1; i < rows.length; i++) {
                if (CodePointOrder.INSTANCE.compare(ids.get(i - 1), ids.get(i)) > 0) {
                    Integer[] boxed = IntStream.of(rows).boxed().toArray(Integer[]::new);
                    Arrays.sort(boxed, (one, other) -> CodePointOrder.INSTANCE.compare(ids.get(one), ids.get(other)));
                    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
                }
            }
            return rows;
        }

        /**
         * A column of labels.
         *
         * @param name   the column's name
         * @param values one for each person; null or empty where missing
         */
        public Builder labels(String name, List<String> values) {
            StringColumn column = StringColumn.create(name);
            for (int row : rows(name, values.size())) {
                String value = values.get(row);
                if (value == null) {
                    column.appendMissing();
                } else {
                    column.append(value);
                }
            }
            labels.put(name, column);
            return this;
        }

        /** Says in which order the levels of a column of labels stand; those not named stand behind, by code point. */
        public Builder inOrder(String name, List<String> levels) {
            Map<String, Integer> places = new HashMap<>();
            levels.forEach(level -> places.putIfAbsent(level, places.size()));
            orders.put(
                    name,
                    Comparator.<String>comparingInt(level -> places.getOrDefault(level, places.size()))
                            .thenComparing(CodePointOrder.INSTANCE));
            return this;
        }

        /**
         * A yes/no outcome.
         *
         * @param name   the column's name
         * @param values one for each person: true for the event, null where missing
         */
        public Builder events(String name, List<Boolean> values) {
            BooleanColumn column = BooleanColumn.create(name);
            for (int row : rows(name, values.size())) {
                Boolean value = values.get(row);
                if (value == null) {
                    column.appendMissing();
                } else {
                    column.append(value);
                }
            }
            events.put(name, column);
            return this;
        }

        /**
         * An amount.
         *
         * @param name   the column's name
         * @param values one for each person; NaN where missing
         */
        public Builder amounts(String name, double[] values) {
            DoubleColumn column = DoubleColumn.create(name);
            for (int row : rows(name, values.length)) {
                if (Double.isNaN(values[row])) {
                    column.appendMissing();
                } else {
                    column.append(values[row]);
                }
            }
            amounts.put(name, column);
            return this;
        }

        /**
         * What was done week by week.
         *
         * @param name   the column's name
         * @param values for each person and week 1 where anything was, 0 where nothing was, -1 where it is not known
         */
        public Builder weeks(String name, List<byte[]> values) {
            weeks.put(
                    name,
                    Arrays.stream(rows(name, values.size()))
                            .mapToObj(values::get)
                            .toArray(byte[][]::new));
            return this;
        }

        /** The participants. */
        public Participants build() {
            return new Participants(this);
        }

        private int[] rows(String name, int count) {
            if (count != order.length) {
                throw new IllegalArgumentException(
                        "column " + name + " must have " + order.length + " values, got " + count);
            }
            return order;
        }
    }
}
