package org.ipstrial.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.multiplicity.Adjustment;
import org.ipstrial.stats.resampling.Progress;
import picocli.CommandLine.ParseResult;

/** How to estimate: level, methods, randomness, direction, multiplicity. */
final class EstimationOptions {

    /** The seed where neither the user nor a plan names one. */
    static final String DEFAULT_SEED = "20120101";

    /** The option that picks methods, of whatever command. */
    static final String METHOD_NAME = "--method";

    private static final CliOption CONTROL = CliOption.one(
            "--control", "LABEL", "The reference arm. Never guessed: a comparison without it is refused.");
    private static final CliOption METHOD = CliOption.list(
            METHOD_NAME,
            "[MEASURE:]NAME",
            "Pick methods; a bare name narrows every measure that has it, 'all' gives all that apply.");
    private static final CliOption LEVEL = CliOption.one("--level", "FRACTION", "Confidence level as a fraction")
            .orElse("0.95");
    private static final CliOption BETTER = CliOption.one(
                    "--better",
                    "DIRECTION",
                    "Which direction is good, higher or lower: the benefit and harm of the number needed to treat")
            .orElse("higher")
            .among(List.of("higher", "lower"));
    private static final CliOption CONTRASTS = CliOption.one(
                    "--contrasts", "WHICH", "control: every arm against the control; all: every other pair too")
            .orElse("control")
            .among(List.of("control", "all"));
    private static final CliOption MULTIPLICITY = CliOption.one(
                    "--multiplicity",
                    "NAME",
                    "Adjust the p-values over the contrasts of one outcome: holm, hochberg, hommel,"
                            + " benjamini-hochberg or bonferroni; compare takes dunnett too, for amounts against one control, with"
                            + " simultaneous limits")
            .orElse("none")
            .among(multiplicityNames());
    private static final CliOption QUANTILE_TYPE = CliOption.one(
                    "--quantile-type", "TYPE", "How quartiles are taken: 7 as R, 2 as SAS")
            .orElse("7")
            .among(List.of("7", "2"));
    private static final CliOption UNIT = CliOption.one(
                    "--unit",
                    "UNIT",
                    "Unit of an amount: hours, days, weeks, months, years, currency or score (default: not said).")
            .among(PlanVocabulary.UNITS);
    private static final CliOption SEED =
            CliOption.one("--seed", "N", "Seed of everything random").orElse(DEFAULT_SEED);
    private static final CliOption RESAMPLES =
            CliOption.one("--resamples", "N", "Bootstrap resamples").orElse("10000");
    private static final CliOption THREADS =
            CliOption.one("--threads", "N", "Threads; never changes a digit (default: the processor's cores).");
    /** The option of a command that takes everything else from a plan. */
    static final List<CliOption> THREADS_ONLY = List.of(THREADS);

    private static final CliOption ALTERNATIVE = CliOption.one(
                    "--alternative",
                    "SIDE",
                    "two-sided, greater or less; one-sided tests, and intervals with one limit")
            .orElse("two-sided")
            .among(List.of(Alternative.values()).stream().map(Alternative::id).toList());
    private static final CliOption MARGIN = CliOption.one(
            "--margin",
            "X",
            "A non-inferiority or superiority margin on the scale of the measure that --method names as MEASURE:NAME,"
                    + " else of the risk difference of a yes/no outcome (-0.05 is 5 percentage points) or of the mean"
                    + " difference of an amount, in its unit.");

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(
            CONTROL,
            METHOD,
            LEVEL,
            BETTER,
            CONTRASTS,
            MULTIPLICITY,
            QUANTILE_TYPE,
            UNIT,
            SEED,
            RESAMPLES,
            THREADS,
            ALTERNATIVE,
            MARGIN);

    /** Those of a command that compares arms and estimates nothing; the others are taken, and change nothing. */
    static final List<CliOption> WITHOUT_ESTIMATION = List.of(
            CONTROL.saying("The reference arm of the standardised mean differences. Never guessed: without it there are"
                    + " none."),
            CONTRASTS,
            QUANTILE_TYPE,
            LEVEL.forLater(),
            SEED.forLater(),
            RESAMPLES.forLater(),
            THREADS.forLater());

    /** The confidence level alone. */
    static final List<CliOption> LEVEL_ONLY =
            List.of(LEVEL.saying("Confidence level of the printed intervals as a fraction (default: 0.95)."));

    /** Those of a command over times to an event; nothing in it is random. */
    static final List<CliOption> OF_TIMES = List.of(
            CONTROL,
            METHOD,
            LEVEL,
            CONTRASTS,
            MULTIPLICITY,
            UNIT.saying("Unit of the times: days, weeks, months or years (default: not said).")
                    .among(List.of("days", "weeks", "months", "years")),
            SEED.forLater(),
            RESAMPLES.forLater(),
            THREADS.forLater(),
            ALTERNATIVE.forLater(),
            MARGIN.forLater());

    private static final int MOST_RESAMPLES = 10_000_000;
    private static final int MOST_THREADS = 1_024;

    private final ParseResult parsed;

    EstimationOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** The label of the control arm, if the user named it. */
    Optional<String> control() {
        return CONTROL.value(parsed);
    }

    /** The methods as the user named them. */
    List<String> methods() {
        return METHOD.values(parsed);
    }

    /**
     * The settings of an analysis.
     *
     * @param measures what the command computes by methods that can be picked
     * @param progress is told how far resampling has come
     * @throws RefusedException if an option is out of range or not supported
     */
    AnalysisSettings settings(Set<Measure> measures, Progress progress) {
        return settings(MethodSelection.of(methods(), measures), measures, progress);
    }

    /**
     * The same of shares of single groups, which are set against a stated share where there is one.
     *
     * @param target   the option of the stated share
     * @param measures what the command computes in any case
     */
    AnalysisSettings settingsOfShares(CliOption target, Set<Measure> measures, Progress progress) {
        Optional<Double> share = target.value(parsed).map(text -> share(target, text));
        if (share.isEmpty()) {
            return settings(measures, progress);
        }
        if (MARGIN.given(parsed)) {
            throw OptionChecks.wrong(
                    MARGIN.name() + " is for a comparison", target.name() + " compares no arms; leave it out");
        }
        Set<Measure> all = EnumSet.copyOf(measures);
        all.add(Measure.TARGET_TEST);
        return settings(all, progress).against(share.get());
    }

    private static double share(CliOption target, String text) {
        try {
            double share = new BigDecimal(text).doubleValue();
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw RefusedException.of(FindingCode.E530, Location.COMMAND_LINE, target.name(), text);
        }
        throw RefusedException.of(FindingCode.E530, Location.COMMAND_LINE, target.name(), text);
    }

    /** The same of an analysis of subgroups. */
    AnalysisSettings settingsOfSubgroups(Set<Measure> measures, Progress progress) {
        return settings(MethodSelection.ofSubgroups(methods(), measures), measures, progress);
    }

    /** The same of an analysis of times to an event, which is two-sided. */
    AnalysisSettings settingsOfTimes(Set<Measure> measures, Progress progress) {
        Later.refuse(MARGIN.given(parsed), MARGIN.name() + " of times", "the two-sided comparison is");
        Later.refuse(
                !ALTERNATIVE.value(parsed).orElse("two-sided").equals("two-sided"),
                ALTERNATIVE.name() + " of times",
                "two-sided is");
        return settings(MethodSelection.ofTimes(methods(), measures), measures, progress);
    }

    private AnalysisSettings settings(MethodSelection methods, Set<Measure> measures, Progress progress) {
        double level = level();
        return new AnalysisSettings(
                level,
                methods,
                SEED.number(parsed, Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow(),
                RESAMPLES.number(parsed, 1, MOST_RESAMPLES).orElseThrow().intValue(),
                THREADS.number(parsed, 1, MOST_THREADS)
                        .map(Long::intValue)
                        .orElseGet(Runtime.getRuntime()::availableProcessors),
                QUANTILE_TYPE
                        .oneOf(parsed)
                        .map(text -> QuantileType.of(Integer.parseInt(text)))
                        .orElseThrow(),
                BETTER.oneOf(parsed).orElseThrow().equals("higher"),
                multiplicity(),
                dunnett(measures),
                CONTRASTS.oneOf(parsed).orElseThrow().equals("all"),
                new HypothesisOptions(parsed, ALTERNATIVE, MARGIN)
                        .hypothesis(
                                level,
                                methods(),
                                measures.contains(Measure.TEST) || measures.contains(Measure.TARGET_TEST)),
                UNIT.oneOf(parsed)
                        .map(word -> Unit.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Unit.NONE),
                progress);
    }

    /** The margin as it was written, if there is one. */
    Optional<String> margin() {
        return MARGIN.value(parsed);
    }

    /** The confidence level. */
    double level() {
        String text = LEVEL.value(parsed).orElseThrow();
        BigDecimal level;
        try {
            level = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw badLevel(text, BigDecimal.ZERO);
        }
        if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0) {
            throw badLevel(text, level);
        }
        return level.doubleValue();
    }

    /** The hint takes a number that could be a percentage for one. */
    private static RefusedException badLevel(String text, BigDecimal level) {
        boolean percentage = level.compareTo(BigDecimal.ONE) >= 0 && level.compareTo(BigDecimal.valueOf(100)) < 0;
        BigDecimal percent = percentage ? level : BigDecimal.valueOf(95);
        return RefusedException.of(
                FindingCode.E005,
                Location.COMMAND_LINE,
                text,
                percent.toPlainString(),
                percent.movePointLeft(2).stripTrailingZeros().toPlainString());
    }

    private Optional<Method<Adjustment>> multiplicity() {
        String name = multiplicityName();
        return Adjustments.ALL.stream()
                .filter(method -> method.id().equals(name))
                .findFirst();
    }

    private String multiplicityName() {
        return MULTIPLICITY.oneOf(parsed).orElseThrow();
    }

    private static List<String> multiplicityNames() {
        List<String> words = new ArrayList<>(List.of("none"));
        Adjustments.ALL.forEach(method -> words.add(method.id()));
        words.add(AgainstControlMethods.DUNNETT);
        return List.copyOf(words);
    }

    /** Whether several arms are compared with one control by Dunnett's method, which only a comparison of means can be. */
    private boolean dunnett(Set<Measure> measures) {
        boolean dunnett = multiplicityName().equals(AgainstControlMethods.DUNNETT);
        if (dunnett && !(measures.contains(Measure.TEST) && measures.contains(Measure.MEAN_DIFFERENCE))) {
            throw OptionChecks.wrong(
                    MULTIPLICITY.name() + " " + AgainstControlMethods.DUNNETT + " is for means of amounts, which"
                            + " 'ipstrial compare' compares",
                    "wanted an adjustment of p-values here, such as holm");
        }
        return dunnett;
    }
}
