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
 * @param scale    the measure that they hold against itself at several places, of those that do
 * @param <F>      what the methods take and give
 */
public record Family<F>(
        Measure measure,
        Input input,
        int defaults,
        List<Method<F>> methods,
        Evaluation<F> evaluation,
        Optional<Measure> scale) {

    /** What a family of methods takes. */
    public enum Input {
        /** A yes/no outcome in one arm or two. */
        BINARY("yes/no", "/", false),
        /** A yes/no outcome in one group, and a stated share. */
        TARGET("one group against a stated share", " against ", false),
        /** An amount in one arm or two. */
        AMOUNT("amounts", " ", false),
        /** Ordered levels in two arms. */
        ORDINAL("ordered levels", "ordered ", false),
        /** A category of several levels in two arms. */
        CATEGORY("categories", ":", false),
        /** A yes/no outcome in two arms, known of some people only. */
        TIPPING("yes/no, some of them missing", "tipping ", false),
        /** An amount in two arms, known of some people only. */
        SHIFT("amounts, some of them missing", "shift ", false),
        /** An amount that only some people of two arms have. */
        SELECTED("amounts of those who have one", "selected ", false),
        /** Times to an event, some of them censored. */
        TIMES("times", "times ", false),
        /** What people did week by week, some of it not observed. */
        WEEKS("weeks", "weeks ", false),
        /** A yes/no outcome in two arms within strata. */
        STRATIFIED_BINARY("yes/no within strata", "/", true),
        /** An amount in two arms within strata. */
        STRATIFIED_AMOUNT("amounts within strata", " ", true),
        /** A yes/no outcome in two arms at several levels that are held against each other. */
        SUBGROUPS_BINARY("yes/no in subgroups", "/", true),
        /** An amount in two arms at several levels that are held against each other. */
        SUBGROUPS_AMOUNT("amounts in subgroups", " ", true),
        /** A yes/no outcome in two arms along an amount. */
        MODERATED_BINARY("yes/no along an amount", "moderated share ", true),
        /** An amount in two arms along another. */
        MODERATED_AMOUNT("amounts along an amount", "moderated mean ", true),
        /** A yes/no outcome in two arms or more at several levels that are held against each other, with covariates. */
        ADJUSTED_SUBGROUPS_BINARY("yes/no in subgroups, with covariates", "levels share ", false),
        /** An amount in two arms or more at several levels that are held against each other, with covariates. */
        ADJUSTED_SUBGROUPS_AMOUNT("amounts in subgroups, with covariates", "levels mean ", false),
        /** Two numbers of each of some units, such as teams. */
        PAIRS("pairs of numbers", "pairs ", false),
        /** An outcome in two arms or more with covariates. */
        ADJUSTED("with covariates", "~", false),
        /** The same with strata of the randomisation. */
        ADJUSTED_IN_STRATA("with covariates and strata", "~", true),
        /** The same with the clusters in which people come. */
        ADJUSTED_IN_CLUSTERS("with covariates and clusters", "~", false),
        /** A yes/no outcome in three arms or more. */
        BINARY_ARMS("yes/no over all arms", "arms ", false),
        /** An amount in three arms or more. */
        AMOUNT_ARMS("amounts over all arms", "arms ", false),
        /** A yes/no outcome in three arms or more within strata. */
        STRATIFIED_BINARY_ARMS("yes/no over all arms within strata", "arms ", true),
        /** An amount in three arms or more within strata. */
        STRATIFIED_AMOUNT_ARMS("amounts over all arms within strata", "arms ", true),
        /** An amount in several arms that are compared with one control. */
        AGAINST_CONTROL("amounts of several arms against one control", "against ", false),
        /** The p-values of a family of hypotheses. */
        P_VALUES("p-values of a family", "p-values ", false),
        /** The estimates of completed data sets with their variances. */
        IMPUTED("completed data sets", "pooled ", false),
        /** The effects, or the counts, of several studies. */
        STUDIES("studies", "studies ", false);

        private static final String BETWEEN_STRATA = "&";
        private static final String CLUSTERS = "| cluster ";
        private static final String SUBGROUPS = "subgroups ";
        private static final String MODERATED = "moderated ";
        private static final String LEVELS = "levels ";

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
            return this == BINARY
                    || this == TARGET
                    || this == STRATIFIED_BINARY
                    || this == SUBGROUPS_BINARY
                    || this == MODERATED_BINARY
                    || this == ADJUSTED_SUBGROUPS_BINARY
                    || this == BINARY_ARMS
                    || this == STRATIFIED_BINARY_ARMS;
        }

        /** Whether it is of outcomes that some people lack. */
        public boolean isOfMissing() {
            return this == TIPPING || this == SHIFT || this == SELECTED || this == IMPUTED;
        }

        /** Whether it is of all arms at once. */
        public boolean isOfAllArms() {
            return this == BINARY_ARMS
                    || this == AMOUNT_ARMS
                    || this == STRATIFIED_BINARY_ARMS
                    || this == STRATIFIED_AMOUNT_ARMS;
        }

        /** Whether it is of all arms at once, or of one while the others look on. */
        private boolean ofManyArms() {
            return isOfAllArms() || this == AGAINST_CONTROL;
        }

        /** Whether levels, or the values of an amount, are held against each other. */
        public boolean ofSubgroups() {
            return this == SUBGROUPS_BINARY || this == SUBGROUPS_AMOUNT || alongAnAmount() || ofAdjustedSubgroups();
        }

        private boolean ofAdjustedSubgroups() {
            return this == ADJUSTED_SUBGROUPS_BINARY || this == ADJUSTED_SUBGROUPS_AMOUNT;
        }

        /** Whether the values of an amount are. */
        public boolean alongAnAmount() {
            return this == MODERATED_BINARY || this == MODERATED_AMOUNT;
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
            return this == ADJUSTED
                    || this == ADJUSTED_IN_STRATA
                    || this == ADJUSTED_IN_CLUSTERS
                    || ofAdjustedSubgroups();
        }

        /** Whether it is of people in clusters. */
        public boolean inClusters() {
            return this == ADJUSTED_IN_CLUSTERS;
        }

        /** What people call it. */
        public String words() {
            return words;
        }

        /** Whether the input of a reference value, in the form of {@link ReferenceValue#input}, is of this kind. */
        boolean reads(String input) {
            if (input.startsWith(TIMES.sign) || this == TIMES) {
                return this == TIMES && input.startsWith(TIMES.sign);
            }
            if (input.startsWith(STUDIES.sign) || this == STUDIES) {
                return this == STUDIES && input.startsWith(STUDIES.sign);
            }
            if (input.startsWith(P_VALUES.sign) || this == P_VALUES) {
                return this == P_VALUES && input.startsWith(P_VALUES.sign);
            }
            if (isOfMissing()) {
                return input.startsWith(sign);
            }
            if (this == ORDINAL || input.startsWith(ORDINAL.sign)) {
                return this == ORDINAL && input.startsWith(sign);
            }
            if (this == WEEKS || input.startsWith(WEEKS.sign)) {
                return this == WEEKS && input.startsWith(WEEKS.sign);
            }
            if (ofManyArms() || input.startsWith(BINARY_ARMS.sign) || input.startsWith(AGAINST_CONTROL.sign)) {
                return input.startsWith(sign)
                        && input.contains(BETWEEN_STRATA) == inStrata
                        && (this == AGAINST_CONTROL || isBinary() == input.contains(BINARY.sign));
            }
            if (ofAdjustedSubgroups() || input.startsWith(LEVELS)) {
                return ofAdjustedSubgroups() && input.startsWith(sign);
            }
            if (alongAnAmount() || input.startsWith(MODERATED)) {
                return alongAnAmount() && input.startsWith(sign);
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
                return isAdjusted() && input.contains(sign) && inClusters() == input.contains(CLUSTERS);
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
     * levels, or values of an amount, against each other.
     */
    public boolean isOfOutcomes() {
        return !isOfCourse()
                && input != Input.STUDIES
                && input != Input.PAIRS
                && !input.isOfMissing()
                && !input.ofSubgroups();
    }

    /** Whether it takes times that may be censored, or weeks that may not be observed; or is of the share in a week. */
    public boolean isOfTimes() {
        return isOfCourse() || measure == Measure.PROPORTION;
    }

    private boolean isOfCourse() {
        return input == Input.TIMES || input == Input.WEEKS;
    }

    /** Whether it takes several studies. */
    public boolean isOfStudies() {
        return input == Input.STUDIES;
    }

    /** Whether subgroups can take it: outcomes of everybody or of a level, or levels held against each other. */
    public boolean isOfSubgroups() {
        return !isOfCourse()
                && input != Input.STUDIES
                && input != Input.PAIRS
                && !input.isOfMissing()
                && input != Input.ORDINAL
                && !input.combinesStrata()
                && !input.isAdjusted()
                && !input.ofManyArms();
    }

    /** Methods that hold no measure against itself. */
    public Family(Measure measure, Input input, int defaults, List<Method<F>> methods, Evaluation<F> evaluation) {
        this(measure, input, defaults, methods, evaluation, Optional.empty());
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
