package org.ipstrial.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;

/**
 * What every method of the catalogue gives for the reference values that ship with the program, on this machine.
 *
 * @param methods the methods in the order of the catalogue, each with its checks
 * @param astray  reference values that are of no method
 */
public record SelfTest(List<CheckedMethod> methods, List<Check> astray) {

    /** Copies the lists. */
    public SelfTest {
        methods = List.copyOf(methods);
        astray = List.copyOf(astray);
    }

    /** Tries all reference values that ship with the program. */
    public static SelfTest run() {
        return of(ReferenceValues.all());
    }

    /**
     * Tries the reference values of a method, or of all methods of a measure.
     *
     * @param name the method or the measure
     * @return nothing if neither has the name
     */
    public static Optional<SelfTest> run(String name) {
        SelfTest test = of(ReferenceValues.all().stream()
                .filter(value -> value.measure().equals(name) || value.method().equals(name))
                .toList());
        List<CheckedMethod> named = test.methods().stream()
                .filter(method -> method.family().measure().id().equals(name)
                        || method.method().id().equals(name))
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(new SelfTest(named, test.astray()));
    }

    /** Tries some reference values; a method that none of them is of has no checks, and so does not pass. */
    public static SelfTest of(List<ReferenceValue> values) {
        List<Check> astray = new ArrayList<>();
        List<CheckedMethod> methods = new ArrayList<>();
        List<Check> checks = values.parallelStream().map(SelfTest::check).toList();
        for (Family<?> family : Catalogue.CHECKED) {
            for (Method<?> method : family.methods()) {
                methods.add(new CheckedMethod(
                        family,
                        method,
                        checks.stream()
                                .filter(check -> family.isCheckedBy(check.value())
                                        && check.value().method().equals(method.id()))
                                .toList()));
            }
        }
        checks.stream().filter(check -> family(check.value()).isEmpty()).forEach(astray::add);
        return new SelfTest(methods, astray);
    }

    private static Check check(ReferenceValue value) {
        return family(value)
                .map(family -> Check.of(family, value))
                .orElseGet(() -> Check.none(value, "no method of the catalogue has this name and takes these data"));
    }

    private static Optional<Family<?>> family(ReferenceValue value) {
        return Catalogue.CHECKED.stream()
                .<Family<?>>map(family -> family)
                .filter(family -> family.isCheckedBy(value))
                .findFirst();
    }

    /** How many numbers were tried. */
    public int numbers() {
        return methods.stream().mapToInt(method -> method.checks().size()).sum() + astray.size();
    }

    /** The checks that failed. */
    public List<Check> failures() {
        List<Check> failures = new ArrayList<>(astray);
        methods.forEach(method -> failures.addAll(method.failures()));
        return failures;
    }

    /** Whether every method has checks and all of them passed. */
    public boolean passed() {
        return astray.isEmpty() && methods.stream().allMatch(CheckedMethod::passed);
    }
}
