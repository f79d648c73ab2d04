package org.ipstrial.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.multiplicity.Adjustment;
import picocli.CommandLine.Option;

/** How to estimate: level, methods, randomness, direction, multiplicity. */
final class EstimationOptions {

    @Option(
            names = "--control",
            paramLabel = "LABEL",
            description = "The reference arm. Never guessed: a comparison without it is refused.")
    private String control;

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "[MEASURE:]NAME",
            description = "Pick methods; a bare name narrows every measure that has it, 'all' gives all that apply.")
    private List<String> methods = new ArrayList<>();

    @Option(
            names = "--level",
            paramLabel = "FRACTION",
            defaultValue = "0.95",
            description = "Confidence level as a fraction (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--better",
            paramLabel = "DIRECTION",
            defaultValue = "higher",
            description = "Which direction is good, higher or lower: the benefit and harm of the number needed to treat"
                    + " (default: ${DEFAULT-VALUE}).")
    private String better;

    @Option(
            names = "--contrasts",
            paramLabel = "WHICH",
            defaultValue = "control",
            description = "control: every arm against the control; all: every other pair too (default:"
                    + " ${DEFAULT-VALUE}).")
    private String contrasts;

    @Option(
            names = "--multiplicity",
            paramLabel = "NAME",
            description = "Adjust the p-values over the contrasts of one outcome: holm, hochberg, hommel,"
                    + " benjamini-hochberg or bonferroni (default: none).")
    private String multiplicity;

    @Option(
            names = "--quantile-type",
            paramLabel = "TYPE",
            defaultValue = "7",
            description = "How quartiles are taken: 7 as R, 2 as SAS (default: ${DEFAULT-VALUE}).")
    private int quantileType;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "Unit of an amount: hours, days, weeks, currency or score (default: not said).")
    private String unit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20120101",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Bootstrap resamples (default: ${DEFAULT-VALUE}).")
    private int resamples;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; never changes a digit (default: the processor's cores).")
    private Integer threads;

    @Option(names = "--stratify", hidden = true, split = ",", paramLabel = "COLUMN")
    private List<String> stratify = new ArrayList<>();

    @Option(names = "--adjust", hidden = true, split = ",", paramLabel = "COLUMN")
    private List<String> adjust = new ArrayList<>();

    @Option(names = "--alternative", hidden = true, defaultValue = "two-sided", paramLabel = "SIDE")
    private String alternative;

    @Option(names = "--margin", hidden = true, paramLabel = "X")
    private String margin;

    Optional<String> control() {
        return Optional.ofNullable(control);
    }

    List<String> methods() {
        return List.copyOf(methods);
    }

    /**
     * The settings of an analysis.
     *
     * @param families the families of methods that the command computes
     * @throws RefusedException if an option is out of range or not supported
     */
    AnalysisSettings settings(List<Family<?>> families) {
        Later.refuse(!stratify.isEmpty(), "--stratify", "the unstratified comparison is");
        Later.refuse(!adjust.isEmpty(), "--adjust", "the unadjusted comparison is");
        Later.refuse(!alternative.equals("two-sided"), "--alternative " + alternative, "two-sided is");
        Later.refuse(margin != null, "--margin", "tests of no difference are");
        return new AnalysisSettings(
                checkedLevel(),
                MethodSelection.of(methods, families),
                seed,
                (int) OptionChecks.atLeast("--resamples", resamples, 1),
                (int) OptionChecks.atLeast(
                        "--threads", threads == null ? Runtime.getRuntime().availableProcessors() : threads, 1),
                checkedQuantileType(),
                oneOf("--better", better, List.of("higher", "lower")).equals("higher"),
                Optional.ofNullable(multiplicity)
                        .filter(name -> !name.equals("none"))
                        .map(this::adjustment),
                oneOf("--contrasts", contrasts, List.of("control", "all")).equals("all"),
                checkedUnit());
    }

    private double checkedLevel() {
        if (level > 0 && level < 1) {
            return level;
        }
        boolean percentage = level >= 1 && level < 100;
        String percent = percentage ? plain(level) : "95";
        String fraction = percentage ? plain(level / 100) : "0.95";
        throw RefusedException.of(FindingCode.E005, Location.COMMAND_LINE, plain(level), percent, fraction);
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%s", value);
    }

    private QuantileType checkedQuantileType() {
        return QuantileType.of(
                Integer.parseInt(oneOf("--quantile-type", Integer.toString(quantileType), List.of("7", "2"))));
    }

    private Unit checkedUnit() {
        if (unit == null) {
            return Unit.NONE;
        }
        String id = oneOf("--unit", unit, List.of("hours", "days", "weeks", "currency", "score"));
        return Unit.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private Method<Adjustment> adjustment(String name) {
        List<String> known = Adjustments.ALL.stream().map(Method::id).toList();
        oneOf("--multiplicity", name, known);
        return Adjustments.ALL.get(known.indexOf(name));
    }

    private static String oneOf(String option, String value, List<String> known) {
        if (known.contains(value)) {
            return value;
        }
        String nearest = NearestName.to(value, known)
                .map(name -> " (did you mean " + name + "?)")
                .orElse("");
        throw OptionChecks.wrong(
                option + " " + value + " is not known", "wanted one of " + String.join(", ", known) + nearest);
    }
}
