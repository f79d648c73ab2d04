package org.ipstrial.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;

/**
 * The methods of one measure that take the same input.
 *
 * @param measure  what they measure
 * @param input    what they take
 * @param defaults how many of the methods, from the first, are computed unless the user says otherwise
 * @param methods  the methods, the default first
 * @param evaluation how the methods are run on reference values
 * @param <F>      what the methods take and give
 */
public record Family<F>(Measure measure, Input input, int defaults, List<Method<F>> methods, Evaluation<F> evaluation) {

    /** What a family of methods takes. */
    public enum Input {
        /** A yes/no outcome in one arm or two. */
        BINARY("yes/no", "/", false),
        /** A yes/no outcome in one group, and a stated share. */
        TARGET("one group against a stated share", " against ", false),
        /** An amount in one arm or two. */
        AMOUNT("amounts", " ", false),
        /** A category of several levels in two arms. */
        CATEGORY("categories", ":", false),
        /** Times to an event, some of them censored. */
        TIMES("times", "times ", false),
        /** A yes/no outcome in two arms within strata. */
        STRATIFIED_BINARY("yes/no within strata", "/", true),
        /** An amount in two arms within strata. */
        STRATIFIED_AMOUNT("amounts within strata", " ", true),
        /** A yes/no outcome in two arms at several levels that are held against each other. */
        SUBGROUPS_BINARY("yes/no in subgroups", "/", true),
        /** An amount in two arms at several levels that are held against each other. */
        SUBGROUPS_AMOUNT("amounts in subgroups", " ", true),
        /** Two numbers of each of some units, such as teams. */
        PAIRS("pairs of numbers", "pairs ", false),
        /** An outcome in two arms or more with covariates. */
        ADJUSTED("with covariates", "~", false),
        /** The same with strata of the randomisation. */
        ADJUSTED_IN_STRATA("with covariates and strata", "~", true);

        private static final String BETWEEN_STRATA = "&";
        private static final String SUBGROUPS = "subgroups ";

        private final String words;
        private final String sign;
        private final boolean inStrata;

        Input(String words, String sign, boolean inStrata) {
            this.words = words;
            this.sign = sign;
            this.inStrata = inStrata;
        }

        /** Whether it is of a yes/no outcome. */
        public boolean isBinary() {
            return this == BINARY || this == TARGET || this == STRATIFIED_BINARY || this == SUBGROUPS_BINARY;
        }

        /** Whether levels are held against each other. */
        public boolean ofSubgroups() {
            return this == SUBGROUPS_BINARY || this == SUBGROUPS_AMOUNT;
        }

        /** Whether strata are combined. */
        public boolean combinesStrata() {
            return inStrata && !ofSubgroups();
        }

        /** Whether it is of people in strata. */
        public boolean inStrata() {
            return inStrata;
        }

        /** Whether it is of people with covariates. */
        public boolean isAdjusted() {
            return this == ADJUSTED || this == ADJUSTED_IN_STRATA;
        }

        /** What people call it. */
        public String words() {
            return words;
        }

        /** Whether the input of a reference value, in the form of {@link ReferenceValue#input}, is of this kind. */
        boolean reads(String input) {
            if (input.startsWith(TIMES.sign)) {
                return this == TIMES;
            }
            if (this == PAIRS || input.startsWith(PAIRS.sign)) {
                return this == PAIRS && input.startsWith(sign);
            }
            if (this == TARGET || input.contains(TARGET.sign)) {
                return this == TARGET && input.contains(sign);
            }
            if (ofSubgroups() || input.startsWith(SUBGROUPS)) {
                return input.startsWith(SUBGROUPS)
                        && this == (input.contains(BINARY.sign) ? SUBGROUPS_BINARY : SUBGROUPS_AMOUNT);
            }
            if (isAdjusted() || input.contains(ADJUSTED.sign)) {
                return isAdjusted() && input.contains(sign);
            }
            boolean amounts = !input.contains(BINARY.sign) && !input.contains(CATEGORY.sign);
            return input.contains(sign)
                    && input.contains(BETWEEN_STRATA) == inStrata
                    && (!sign.equals(AMOUNT.sign) || amounts);
        }
    }

    /** Copies the methods. */
    public Family {
        methods = List.copyOf(methods);
        if (defaults < 0 || defaults > methods.size()) {
            throw new IllegalArgumentException(
                    "defaults must be from 0 to " + methods.size() + ", got " + defaults + " for " + measure.id());
        }
    }

    /**
     * Whether it takes outcomes that everybody has or misses, as against times that may be censored, and does not hold
     * levels against each other.
     */
    public boolean isOfOutcomes() {
        return input != Input.TIMES && input != Input.PAIRS && !input.ofSubgroups();
    }

    /** Whether it takes times that may be censored. */
    public boolean isOfTimes() {
        return input == Input.TIMES;
    }

    /** Whether subgroups can take it: outcomes of everybody or of a level, or levels held against each other. */
    public boolean isOfSubgroups() {
        return input != Input.TIMES && input != Input.PAIRS && !input.combinesStrata() && !input.isAdjusted();
    }

    /** The methods that are computed unless the user says otherwise. */
    public List<Method<F>> defaultMethods() {
        return methods.subList(0, defaults);
    }

    /**
     * The numbers that a method of this family gives on the data of a reference value.
     *
     * @throws IllegalArgumentException if the family has no such method
     */
    public Map<Statistic, Quantity> evaluate(ReferenceValue value) {
        Method<F> method = method(value.method())
                .orElseThrow(() -> new IllegalArgumentException("no method " + value.method() + " of " + measure.id()));
        return evaluation.run(method.function(), value.input(), value.level());
    }

    /** Whether a reference value is one of a method of this family. */
    public boolean isCheckedBy(ReferenceValue value) {
        return value.measure().equals(measure.id())
                && input.reads(value.input())
                && method(value.method()).isPresent();
    }

    /** The method of a name. */
    public Optional<Method<F>> method(String id) {
        return methods.stream().filter(method -> method.id().equals(id)).findFirst();
    }
}
