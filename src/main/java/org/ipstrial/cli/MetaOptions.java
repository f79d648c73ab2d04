package org.ipstrial.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings.More;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings.SharedControl;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings.ZeroCells;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.FillingMethods;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.StudiesTests;
import org.ipstrial.dataimport.studies.StudiesRequest;
import org.ipstrial.dataimport.studies.StudyForm;
import picocli.CommandLine.ParseResult;

/** How studies are pooled. */
final class MetaOptions {

    private static final List<String> SMALL = Stream.of(StudiesTests.SMALL_STUDIES, FillingMethods.FAMILY)
            .flatMap(family -> family.methods().stream().map(Method::id))
            .toList();

    /** What studies may be pooled of. */
    static final Set<Measure> MEASURES =
            EnumSet.of(Measure.ESTIMATE, Measure.RISK_DIFFERENCE, Measure.RISK_RATIO, Measure.ODDS_RATIO);

    private static final CliOption MEASURE = CliOption.one(
                    "--measure",
                    "NAME",
                    "Which effect, required: " + String.join(", ", EffectMeasure.ids())
                            + ". The first three are of counts, the next three of means; estimate pools effects as printed.")
            .among(EffectMeasure.ids());
    private static final CliOption SCALE = CliOption.one(
                    "--scale",
                    "SCALE",
                    "Of --measure estimate, required there: ratio (pooled as logarithms; std_error is that of the logarithm) or"
                            + " difference.")
            .among(List.of("ratio", "difference"));
    private static final CliOption METHOD = CliOption.list(
            EstimationOptions.METHOD_NAME,
            "[MEASURE:]NAME",
            "How to pool; reml+hartung-knapp and reml unless one or more are named, 'all' gives all that apply.");
    private static final CliOption SHARED = CliOption.one(
                    "--shared-control",
                    "WHAT",
                    "Rows with one mark under shared_control: refuse, combine (their treatment arms as one) or split (the"
                            + " control arm in equal parts)")
            .orElse("refuse")
            .among(words(SharedControl.values(), SharedControl::id));
    private static final CliOption ZERO = CliOption.one(
                    "--zero-cells",
                    "WHAT",
                    "Studies whose empty cells leave them without an effect: refuse, add-half (1/2 to each of the four"
                            + " cells) or leave-out; mantel-haenszel, peto and glmm need none of it")
            .orElse("refuse")
            .among(words(ZeroCells.values(), ZeroCells::id));
    private static final CliOption SUBGROUP = CliOption.one(
            "--subgroup", "COLUMN", "Pool within each level of a column too, and test that the levels are the same.");
    private static final CliOption MODERATOR = CliOption.list(
            "--moderator",
            "COLUMN",
            "Columns that the effect may depend on, in one model: numbers as a line, words as indicators.");
    private static final CliOption LEAVE_ONE_OUT = CliOption.flag(
            "--leave-one-out", "Pool without each study in turn; takes the square of the studies in time.");
    private static final CliOption CUMULATIVE =
            CliOption.flag("--cumulative", "Pool study after study, by year; takes the square of the studies in time.");
    private static final CliOption INFLUENCE = CliOption.flag(
            "--influence", "How far each study moves the result: residual, hat value, Cook's distance and DFFITS.");
    private static final CliOption SMALL_STUDY = CliOption.list(
                    "--small-study",
                    "TEST",
                    "Whether small studies give other effects, or too many are significant: "
                            + String.join(", ", SMALL)
                            + ". The last is no test: it pools with studies filled in, as if only unpublished ones were missing.")
            .among(SMALL);

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(
            MEASURE,
            SCALE,
            METHOD,
            SHARED,
            ZERO,
            SUBGROUP,
            MODERATOR,
            LEAVE_ONE_OUT,
            CUMULATIVE,
            INFLUENCE,
            SMALL_STUDY);

    private final ParseResult parsed;
    private final EffectMeasure measure;

    /**
     * Reads what is needed before the table is.
     *
     * @throws org.ipstrial.finding.RefusedException if the measure or its scale is not named
     */
    MetaOptions(ParseResult parsed) {
        this.parsed = parsed;
        String name = MEASURE.oneOf(parsed)
                .orElseThrow(() -> OptionChecks.wrong(
                        "no --measure is given", "wanted one of " + String.join(", ", EffectMeasure.ids())));
        Optional<String> scale = SCALE.oneOf(parsed);
        boolean printed = name.equals(Measure.ESTIMATE.id());
        if (printed && scale.isEmpty()) {
            throw OptionChecks.wrong(
                    "--measure estimate and no --scale",
                    "wanted --scale ratio or --scale difference, which is never guessed");
        }
        if (!printed && scale.isPresent()) {
            throw OptionChecks.wrong("--scale is given with --measure " + name, "it is of --measure estimate only");
        }
        this.measure = EffectMeasure.of(name, scale.filter("ratio"::equals).isPresent());
    }

    /** Refuses what a trial that is read from its plan has no value for. */
    void refuseWithOwn() {
        for (CliOption option : List.of(SUBGROUP, MODERATOR, CUMULATIVE)) {
            if (option.given(parsed)) {
                throw OptionChecks.wrong(
                        option.name() + " is given with --with-own",
                        "a plan has neither a year nor columns of studies; write the counts of the trial into the table"
                                + " instead");
            }
        }
    }

    /** The effect. */
    EffectMeasure measure() {
        return measure;
    }

    /** What is wanted of the table. */
    StudiesRequest request() {
        StudyForm form = measure.ofCounts().isPresent()
                ? StudyForm.COUNTS
                : measure.ofMeans().isPresent()
                        ? StudyForm.MEANS
                        : measure.isRatio() ? StudyForm.RATIOS : StudyForm.DIFFERENCES;
        return new StudiesRequest(form, SUBGROUP.value(parsed), MODERATOR.values(parsed));
    }

    /** How the studies are pooled. */
    MetaSettings settings() {
        Set<More> more = EnumSet.noneOf(More.class);
        if (LEAVE_ONE_OUT.given(parsed)) {
            more.add(More.LEAVE_ONE_OUT);
        }
        if (CUMULATIVE.given(parsed)) {
            more.add(More.CUMULATIVE);
        }
        if (INFLUENCE.given(parsed)) {
            more.add(More.INFLUENCE);
        }
        List<String> small = SMALL_STUDY.allOf(parsed);
        boolean odds = measure == EffectMeasure.ODDS_RATIO;
        if (!odds && small.stream().anyMatch(StudiesTests::isOfOddsRatios)) {
            throw OptionChecks.wrong(
                    "--small-study " + String.join(",", small) + " with --measure "
                            + measure.measure().id(),
                    "harbord and peters are of odds ratios");
        }
        return new MetaSettings(
                measure,
                new EstimationOptions(parsed).level(),
                methods(),
                Long.parseLong(EstimationOptions.DEFAULT_SEED),
                choice(SHARED, SharedControl.values(), SharedControl::id),
                choice(ZERO, ZeroCells.values(), ZeroCells::id),
                SUBGROUP.value(parsed),
                MODERATOR.values(parsed),
                more,
                small);
    }

    /** The methods; those of any effect may be named with the effect's own name too. */
    private MethodSelection methods() {
        String own = measure.measure().id() + ":";
        List<String> names = METHOD.values(parsed).stream()
                .map(text -> text.startsWith(own)
                                && PoolingMethods.FAMILY
                                        .method(text.substring(own.length()))
                                        .isPresent()
                        ? Measure.ESTIMATE.id() + ":" + text.substring(own.length())
                        : text)
                .toList();
        return MethodSelection.ofStudies(names, EnumSet.of(Measure.ESTIMATE, measure.measure()));
    }

    private <E> E choice(CliOption option, E[] values, Function<E, String> id) {
        String word = option.oneOf(parsed).orElseThrow();
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static <E> List<String> words(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).toList();
    }
}
