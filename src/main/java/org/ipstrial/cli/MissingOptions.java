package org.ipstrial.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.MissingRequest;
import org.ipstrial.analysis.MissingRequest.Range;
import org.ipstrial.analysis.imputation.ImputationRequest;
import org.ipstrial.ard.Numbers;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.imputation.engine.Engine;
import picocli.CommandLine.ParseResult;

/**
 * What is asked of missing outcomes that no other command asks.
 *
 * @param parsed the command line
 */
record MissingOptions(ParseResult parsed) {

    private static final CliOption COUNTS = CliOption.repeated(
            "--counts",
            "LABEL=EVENTS/N",
            "Published counts of those assessed, with no file; give it once for each arm.");
    private static final CliOption RANDOMISED = CliOption.list(
            "--randomised",
            "LABEL=N",
            "How many were randomised to each arm of --counts; those who were not assessed are missing.");
    private static final CliOption RANGE = CliOption.one(
            "--range",
            "LOW,HIGH",
            "The least and the most that an amount can be, such as 0,168 hours a week: what bounds and tipping points of a"
                    + " missing amount rest on. Never taken from the data.");
    private static final CliOption IMPUTATIONS = CliOption.one(
            "--imputations",
            "M",
            "Impute what is missing so many times, from the columns of --covariates, and pool the results by Rubin's"
                    + " rules; 50 serves well, and the result says how many it takes.");
    private static final CliOption ITERATIONS = CliOption.one(
            "--iterations", "N", "Rounds of the chained equations before each imputation is taken (10 unless given).");
    private static final CliOption IMPUTE_ARMS = CliOption.one(
                    "--impute-arms",
                    "HOW",
                    "Impute the arms apart, each from its own people (as unless given), or together.")
            .among(List.of("apart", "together"));
    private static final CliOption IMPUTE_AMOUNTS = CliOption.one(
                    "--impute-amounts",
                    "HOW",
                    "How amounts are drawn: " + String.join(", ", engines())
                            + ". Matching (as unless given) draws nothing that nobody has, and leans"
                            + " where the missing lie beyond those assessed; the others go on there, and may draw less than 0."
                            + " Where many have 0, whether any is drawn apart.")
            .among(engines());

    private static final CliOption DERIVE = CliOption.repeated(
            "--derive",
            "NAME=A+B",
            "An outcome or covariate that is the sum of other columns: it is not imputed, its parts are, and it is worked"
                    + " out from them anew in every imputation; repeatable.");

    private static final int MOST_IMPUTATIONS = 10_000;
    private static final int MOST_ITERATIONS = 1_000;
    private static final long ITERATIONS_UNLESS_GIVEN = 10;
    private static final String TOGETHER = "together";

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL =
            List.of(COUNTS, RANDOMISED, RANGE, IMPUTATIONS, ITERATIONS, IMPUTE_ARMS, IMPUTE_AMOUNTS, DERIVE);

    /** Those that a plan says too. */
    static final List<CliOption> OF_PLANS = List.of(RANGE, DERIVE);

    /**
     * Refuses what cannot be asked yet, and what does not go together.
     *
     * @throws RefusedException if there is any of it
     */
    void check(DataOptions data) {
        for (CliOption option : List.of(ITERATIONS, IMPUTE_ARMS, IMPUTE_AMOUNTS, DERIVE)) {
            if (option.given(parsed) && !IMPUTATIONS.given(parsed)) {
                throw OptionChecks.wrong(
                        option.name() + " is given without --imputations", "wanted how many, such as --imputations 50");
            }
        }
        if (IMPUTATIONS.given(parsed) && ofCounts()) {
            throw OptionChecks.wrong(
                    "--imputations is given with --counts", "imputation needs a file with a row for each person");
        }
        imputation();
        Later.refuse(data.givesStratify(), "--stratify of missing", "the views of the unstratified comparison are");
        Later.refuse(data.givesAdjust(), "--adjust of missing", "the views of the unadjusted comparison are");
        if (RANDOMISED.given(parsed) && !ofCounts()) {
            throw OptionChecks.wrong("--randomised is given without --counts", "a file tells who is missing");
        }
        if (ofCounts() && !RANDOMISED.given(parsed)) {
            throw OptionChecks.wrong(
                    "--counts is given without --randomised",
                    "wanted how many were randomised to each arm, such as --randomised IPS=243,SAU=239");
        }
        Optional<String> file = data.data().filter(any -> ofCounts());
        if (file.isPresent()) {
            throw RefusedException.of(FindingCode.E016, Location.COMMAND_LINE, file.get());
        }
    }

    /**
     * What is asked of amounts.
     *
     * @param where where they stand, for messages
     * @throws RefusedException if the range is none
     */
    MissingRequest request(Location where) {
        return new MissingRequest(RANGE.value(parsed).map(MissingOptions::range), where);
    }

    /** The range of each amount, as results state it. */
    Map<String, Object> statedRange(List<OutcomeDefinition> outcomes) {
        Map<String, Object> stated = new LinkedHashMap<>();
        RANGE.value(parsed).map(MissingOptions::range).ifPresent(range -> outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.AMOUNT)
                .forEach(outcome -> stated.put(
                        "range." + outcome.name(), Numbers.print(range.low()) + " to " + Numbers.print(range.high()))));
        return stated;
    }

    private static Range range(String text) {
        String[] ends = text.split(",", -1);
        try {
            double low = new BigDecimal(ends[0].strip()).doubleValue();
            double high = new BigDecimal(ends[ends.length - 1].strip()).doubleValue();
            if (ends.length == 2 && low < high && Math.max(-low, high) <= Require.LARGEST_AMOUNT) {
                return new Range(low, high);
            }
        } catch (NumberFormatException e) {
            throw noRange(text);
        }
        throw noRange(text);
    }

    private static RefusedException noRange(String text) {
        return RefusedException.of(
                FindingCode.E013,
                Location.COMMAND_LINE,
                RANGE.name(),
                Shown.cut(text),
                "the least and the most that the amount can be, such as 0,168");
    }

    /** How what is missing is imputed, if it is to be; from no covariates yet. */
    Optional<ImputationRequest> imputation() {
        return IMPUTATIONS
                .number(parsed, 2, MOST_IMPUTATIONS)
                .map(imputations -> new ImputationRequest(
                        imputations.intValue(),
                        ITERATIONS
                                .number(parsed, 1, MOST_ITERATIONS)
                                .orElse(ITERATIONS_UNLESS_GIVEN)
                                .intValue(),
                        IMPUTE_ARMS.oneOf(parsed).filter(TOGETHER::equals).isPresent(),
                        amounts(),
                        List.of(),
                        List.of()));
    }

    private Engine amounts() {
        Optional<String> given = IMPUTE_AMOUNTS.oneOf(parsed);
        return Engine.OF_AMOUNTS.stream()
                .filter(engine -> given.filter(engine.id()::equals).isPresent())
                .findFirst()
                .orElse(Engine.OF_AMOUNTS.get(0));
    }

    private static List<String> engines() {
        return Engine.OF_AMOUNTS.stream().map(Engine::id).toList();
    }

    /** The sums that the user gives. */
    DerivedSums sums() {
        return DerivedSums.parse(DERIVE.name(), DERIVE.values(parsed));
    }

    /** Whether counts are given in the place of a file. */
    boolean ofCounts() {
        return COUNTS.given(parsed);
    }

    /** The counts by arm. */
    Map<String, EventCounts> counts() {
        return GivenCounts.randomised(GivenCounts.parse(COUNTS.values(parsed)), RANDOMISED.values(parsed));
    }

    /** The arms of the counts. */
    static Arms arms(Map<String, EventCounts> counts, Optional<String> control) {
        return Arms.of(counts.keySet().stream().sorted(CodePointOrder.INSTANCE).toList(), control);
    }

    /** The counts as results state them. */
    static String stated(Map<String, EventCounts> counts) {
        return counts.keySet().stream()
                .sorted(CodePointOrder.INSTANCE)
                .map(label -> label + "=" + counts.get(label).events() + "/"
                        + counts.get(label).assessed() + " of "
                        + counts.get(label).rows())
                .collect(Collectors.joining(","));
    }
}
