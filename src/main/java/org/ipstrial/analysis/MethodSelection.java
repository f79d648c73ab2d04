package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.stats.Reason;

/**
 * Which methods the user picked. A bare name narrows every measure that has it, a name with its measure that one; the
 * measures not spoken of keep their defaults.
 */
public final class MethodSelection {

    /** What leaves a number out although the method worked. */
    private static final Set<String> BY_NATURE = Set.of(
            Reason.UNBOUNDED.id(),
            Reason.INTERVAL_ONLY.id(),
            AmountBounds.NO_RANGE,
            BinaryTipping.NEVER,
            BinaryTipping.NOT_MONOTONE);

    /** Every measure with its defaults. */
    public static final MethodSelection DEFAULTS = new MethodSelection(List.of(), Family::isOfOutcomes);

    private static final String ALL = "all";

    private record Choice(Optional<Measure> measure, String name) {

        boolean matches(Family<?> family) {
            return measure.map(family.measure()::equals).orElse(true)
                    && (name.equals(ALL) || (family.method(name).isPresent() && !name.isEmpty()));
        }

        /** As the user wrote it. */
        String words() {
            return measure.map(of -> of.id() + ":").orElse("") + name;
        }

        boolean isAmong(Set<Measure> measures, Predicate<Family<?>> taken) {
            return matching(measures).anyMatch(taken);
        }

        Stream<Family<?>> matching(Set<Measure> measures) {
            return measure.map(Stream::of)
                    .orElseGet(measures::stream)
                    .filter(measures::contains)
                    .flatMap(MeasureFamilies::of)
                    .filter(this::matches);
        }
    }

    private final List<Choice> choices;
    private final Predicate<Family<?>> taken;
    private final boolean one;

    private MethodSelection(List<Choice> choices, Predicate<Family<?>> taken) {
        this(choices, taken, false);
    }

    /**
     * A selection.
     *
     * @param one whether no more than one method of a measure is computed unless the user picks
     */
    private MethodSelection(List<Choice> choices, Predicate<Family<?>> taken, boolean one) {
        this.one = one;
        this.choices = choices;
        this.taken = taken;
    }

    /**
     * Reads what the user picked.
     *
     * @param texts each {@code [MEASURE:]NAME}, where the name may be {@code all}
     * @param used what the command computes; families of other measures are not built
     * @throws org.ipstrial.finding.RefusedException if a measure or name is not known, or not used by the command
     */
    public static MethodSelection of(List<String> texts, Set<Measure> used) {
        return of(texts, used, Family::isOfOutcomes);
    }

    /** The same for a command over subgroups: of outcomes what combines no strata, and what holds levels against each other. */
    public static MethodSelection ofSubgroups(List<String> texts, Set<Measure> used) {
        MethodSelection all = of(texts, used, Family::isOfSubgroups);
        return new MethodSelection(all.choices, all.taken, true);
    }

    /** The same for a command over times to an event: its measures may be those of outcomes too, its methods not. */
    public static MethodSelection ofTimes(List<String> texts, Set<Measure> used) {
        return of(texts, used, Family::isOfTimes);
    }

    /** The same for a command over several studies. */
    public static MethodSelection ofStudies(List<String> texts, Set<Measure> used) {
        return of(texts, used, Family::isOfStudies);
    }

    private static MethodSelection of(List<String> texts, Set<Measure> used, Predicate<Family<?>> taken) {
        Findings findings = new Findings();
        List<Choice> choices = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            String name = text.substring(colon + 1);
            Optional<String> measureId = colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon));
            Optional<Measure> measure = measureId.flatMap(MethodSelection::measure);
            if (measureId.isPresent() && measure.isEmpty()) {
                findings.add(
                        FindingCode.E006,
                        Location.COMMAND_LINE,
                        text,
                        "no measure is called " + measureId.get() + nearest(measureId.get(), measureIds()));
                continue;
            }
            Choice choice = new Choice(measure, name);
            if (choice.isAmong(used, taken)) {
                choices.add(choice);
            } else if (choice.isAmong(EnumSet.allOf(Measure.class), family -> true)) {
                findings.add(FindingCode.E012, Location.COMMAND_LINE, text, names(used, taken));
            } else {
                List<String> known = measure.map(MethodSelection::methodIds).orElseGet(MethodSelection::methodIds);
                findings.add(
                        FindingCode.E006,
                        Location.COMMAND_LINE,
                        text,
                        measure.map(of -> of.id() + " has").orElse("the methods are") + " " + String.join(", ", known)
                                + nearest(name, known));
            }
        }
        findings.throwIfRefused();
        return new MethodSelection(List.copyOf(choices), taken);
    }

    /** The methods of a family to compute: those picked, else its defaults. */
    public <F> List<Method<F>> of(Family<F> family) {
        if (names(family)) {
            return named(family);
        }
        if (isReplaced(family)) {
            return List.of();
        }
        List<Method<F>> defaults = family.defaultMethods();
        return one && !defaults.isEmpty() ? defaults.subList(0, 1) : defaults;
    }

    /** Whether the user picked for the contrasts of a measure methods of all arms against the control, and no others. */
    private boolean isReplaced(Family<?> family) {
        return family.input() == Family.Input.AMOUNT
                && choices.stream()
                        .filter(choice -> !choice.name().equals(ALL))
                        .flatMap(choice -> choice.matching(Set.of(family.measure())))
                        .anyMatch(other -> other.input() == Family.Input.AGAINST_CONTROL);
    }

    /** The first of the user's choices that names only methods that take a kind of input, if there is one. */
    public Optional<String> choiceOnlyOf(Predicate<Family.Input> input) {
        return choices.stream()
                .filter(choice -> choice.matching(EnumSet.allOf(Measure.class))
                        .filter(taken)
                        .allMatch(family -> input.test(family.input())))
                .map(Choice::words)
                .findFirst();
    }

    /** The first of the user's choices that none of some families has, if there is one. */
    public Optional<String> choiceOutside(List<Family<?>> families) {
        return choices.stream()
                .filter(choice -> families.stream().noneMatch(choice::matches))
                .map(Choice::words)
                .findFirst();
    }

    /** Whether the user named a method, rather than all of them. */
    public boolean asksFor(String id) {
        return choices.stream().anyMatch(choice -> choice.name().equals(id));
    }

    /** Whether the user picked methods of a family. */
    public boolean names(Family<?> family) {
        return choices.stream().anyMatch(choice -> choice.matches(family));
    }

    private <F> List<Method<F>> named(Family<F> family) {
        List<Choice> matching =
                choices.stream().filter(choice -> choice.matches(family)).toList();
        return family.methods().stream()
                .filter(method -> matching.stream()
                        .anyMatch(choice ->
                                choice.name().equals(ALL) || choice.name().equals(method.id())))
                .toList();
    }

    /** What a choice of the user needs and an analysis lacks. */
    public enum Need {
        /** Columns of strata. */
        STRATA,
        /** Covariates. */
        COVARIATES,
        /** Both, or either. */
        BOTH
    }

    /**
     * A choice that an analysis cannot serve.
     *
     * @param name as the user named it
     * @param need what is lacking
     */
    public record Unserved(String name, Need need) {}

    /**
     * The first of the user's choices that names only methods for strata or covariates that an analysis lacks, if there is
     * one.
     *
     * @param strata     whether it has strata
     * @param covariates whether it has covariates
     * @param levels     whether any of its outcomes is of ordered levels, which some methods for covariates take without
     */
    public Optional<Unserved> unserved(boolean strata, boolean covariates, boolean levels) {
        Predicate<Family<?>> lacksStrata = family -> family.input().combinesStrata() && !strata;
        Predicate<Family<?>> lacksCovariates =
                family -> family.input().isAdjusted() && !covariates && !(levels && family == OrdinalMethods.CHECK)
                        || family.input() == Family.Input.ORDINAL && !levels;
        for (Choice choice : choices) {
            List<Family<?>> families = new ArrayList<>();
            choice.matching(EnumSet.allOf(Measure.class)).filter(taken).forEach(families::add);
            if (!families.isEmpty() && families.stream().allMatch(lacksStrata.or(lacksCovariates))) {
                Need need = families.stream().noneMatch(lacksCovariates)
                        ? Need.STRATA
                        : families.stream().noneMatch(lacksStrata) ? Need.COVARIATES : Need.BOTH;
                return Optional.of(new Unserved(choice.words(), need));
            }
        }
        return Optional.empty();
    }

    /** Whether the user named the method of a result, and the result lacks a number all the same. */
    public boolean namedButNotEstimable(Result result) {
        boolean named = choices.stream()
                .anyMatch(choice -> choice.name().equals(result.key().method())
                        && choice.measure()
                                .map(result.key().measure()::equals)
                                .orElse(result.key().measure() != Measure.NUMBER_NEEDED_TO_TREAT));
        // What a check looks at was not named, though it bears the name of a method.
        return named
                && !Names.isAtCut(result.key().term())
                && result.cells().entrySet().stream()
                        .anyMatch(entry -> entry.getKey() != Statistic.CONF_LEVEL
                                && entry.getValue().value().isEmpty()
                                && !BY_NATURE.contains(entry.getValue().note()));
    }

    private static Optional<Measure> measure(String id) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.id().equals(id))
                .filter(measure -> MeasureFamilies.of(measure).findAny().isPresent())
                .findFirst();
    }

    private static List<String> measureIds() {
        return Catalogue.FAMILIES.stream()
                .map(family -> family.measure().id())
                .distinct()
                .toList();
    }

    private static List<String> methodIds() {
        TreeSet<String> ids = new TreeSet<>();
        Catalogue.FAMILIES.forEach(family -> family.methods().forEach(method -> ids.add(method.id())));
        ids.remove("");
        return List.copyOf(ids);
    }

    private static List<String> methodIds(Measure measure) {
        return MeasureFamilies.of(measure)
                .flatMap(family -> family.methods().stream())
                .map(Method::id)
                .distinct()
                .toList();
    }

    private static String names(Set<Measure> measures, Predicate<Family<?>> taken) {
        return String.join(", ", known(measures, taken));
    }

    /**
     * The names that a command takes, by code point.
     *
     * @param measures what the command computes
     * @param taken    the families that it takes, such as {@code Family::isOfTimes}
     */
    public static List<String> known(Set<Measure> measures, Predicate<Family<?>> taken) {
        TreeSet<String> ids = new TreeSet<>();
        measures.stream().flatMap(MeasureFamilies::of).filter(taken).forEach(family -> family.methods()
                .forEach(method -> ids.add(method.id())));
        ids.remove("");
        return List.copyOf(ids);
    }

    private static String nearest(String typed, List<String> names) {
        return NearestName.to(typed, names)
                .map(name -> " (did you mean " + name + "?)")
                .orElse("");
    }
}
