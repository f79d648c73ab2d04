package org.ipstrial.selftest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;

/**
 * A method with all of its checks.
 *
 * @param family the family that it is of
 * @param method the method
 * @param checks one for each reference value, in the order of the files
 */
public record CheckedMethod(Family<?> family, Method<?> method, List<Check> checks) {

    /** Copies the checks. */
    public CheckedMethod {
        checks = List.copyOf(checks);
    }

    /** The checks that failed. */
    public List<Check> failures() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** Whether there are checks, and all passed. */
    public boolean passed() {
        return !checks.isEmpty() && failures().isEmpty();
    }

    /** The sources, each with how many of the numbers are its, by code point. */
    public Map<String, Long> sources() {
        Map<String, Long> sources = new TreeMap<>();
        checks.forEach(check -> sources.merge(check.value().source(), 1L, Long::sum));
        return sources;
    }

    /** The fewest leading digits in which a number agrees. */
    public double fewestDigits() {
        return checks.stream().mapToDouble(Check::digits).min().orElse(0);
    }

    /** The most. */
    public double mostDigits() {
        return checks.stream().mapToDouble(Check::digits).max().orElse(0);
    }
}
