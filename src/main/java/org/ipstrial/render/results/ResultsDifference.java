package org.ipstrial.render.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ipstrial.render.results.ResultsFile.Row;

/**
 * What is other in one set of results than in another. Two numbers are the same where they differ by no more than the
 * tolerance times the larger of their sizes; without a tolerance, where they are written alike.
 *
 * @param around what they come from and rest on: program, files, settings
 * @param moved  numbers, units, notes and statuses that both have and that differ
 * @param gone   results that only the first has
 * @param come   results that only the second has
 */
public record ResultsDifference(List<String> around, List<String> moved, List<String> gone, List<String> come) {

    /** Copies the lists. */
    public ResultsDifference {
        around = List.copyOf(around);
        moved = List.copyOf(moved);
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /**
     * Compares results.
     *
     * @param tolerance from 0
     */
    public static ResultsDifference between(ResultsFile before, ResultsFile after, double tolerance) {
        List<String> around = new ArrayList<>();
        if (!before.version().equals(after.version())) {
            around.add("program: " + before.version() + " -> " + after.version());
        }
        around("file ", before.inputs(), after.inputs(), around);
        around("setting ", before.settings(), after.settings(), around);
        List<String> moved = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        before.rows().forEach((key, row) -> {
            Row now = after.rows().get(key);
            if (now == null) {
                gone.add(words(key) + ": " + number(row.value()));
            } else {
                moved(words(key), row, now, tolerance, moved);
            }
        });
        after.rows().forEach((key, row) -> {
            if (!before.rows().containsKey(key)) {
                come.add(words(key) + ": " + number(row.value()));
            }
        });
        series(before, after, tolerance, moved);
        return new ResultsDifference(around, moved, gone, come);
    }

    /** Whether the results are the same, whatever they come from. */
    public boolean isNone() {
        return moved.isEmpty() && gone.isEmpty() && come.isEmpty();
    }

    private static void around(
            String what, Map<String, String> before, Map<String, String> after, List<String> around) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                around.add(what + name + ": " + given(before.get(name)) + " -> " + given(after.get(name)));
            }
        }
    }

    private static String given(String value) {
        return value == null ? "none" : value;
    }

    private static void moved(String what, Row before, Row after, double tolerance, List<String> moved) {
        if (!same(before.value(), after.value(), tolerance)) {
            moved.add(what + ": " + number(before.value()) + " -> " + number(after.value()));
        }
        change(what + ", unit", before.unit(), after.unit(), moved);
        change(what + ", status", before.status(), after.status(), moved);
        change(what + ", note", before.note(), after.note(), moved);
    }

    private static void change(String what, String before, String after, List<String> moved) {
        if (!before.equals(after)) {
            moved.add(what + ": '" + before + "' -> '" + after + "'");
        }
    }

    private static void series(ResultsFile before, ResultsFile after, double tolerance, List<String> moved) {
        Set<String> names = new LinkedHashSet<>(before.series().keySet());
        names.addAll(after.series().keySet());
        for (String name : names) {
            List<String> was = before.series().getOrDefault(name, List.of());
            List<String> is = after.series().getOrDefault(name, List.of());
            if (was.size() != is.size()) {
                moved.add("series " + name + ": " + was.size() + " points -> " + is.size());
                continue;
            }
            long other = 0;
            for (int i = 0; i < was.size(); i++) {
                other += same(was.get(i), is.get(i), tolerance) ? 0 : 1;
            }
            if (other > 0) {
                moved.add("series " + name + ": " + other + " of " + was.size() + " points");
            }
        }
    }

    private static boolean same(String before, String after, double tolerance) {
        if (before.equals(after)) {
            return true;
        }
        if (before.isEmpty() || after.isEmpty() || tolerance == 0) {
            return false;
        }
        try {
            double was = Double.parseDouble(before);
            double is = Double.parseDouble(after);
            return Math.abs(was - is) <= tolerance * Math.max(Math.abs(was), Math.abs(is));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String number(String value) {
        return value.isEmpty() ? "not estimable" : value;
    }

    /** A key in words, its empty parts left out. */
    private static String words(List<String> key) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            String part = key.get(i);
            if (!part.isEmpty()) {
                words.add(ResultsFile.KEY.get(i).equals("reference") ? "against " + part : part);
            }
        }
        return String.join(", ", words);
    }
}
