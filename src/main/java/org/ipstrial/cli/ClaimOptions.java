package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipstrial.dataimport.claims.PrintedText;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Claims;
import org.ipstrial.dataset.claims.EffectClaim;
import org.ipstrial.dataset.claims.EffectKind;
import org.ipstrial.dataset.claims.Printed;
import picocli.CommandLine.ParseResult;

/** One claim given by options, in the place of a file: of one arm, or an effect with the counts of two arms. */
final class ClaimOptions {

    private static final String AS_PRINTED = ", with the decimals that are printed.";

    private static final CliOption PERCENT = CliOption.one("--percent", "X", "A percentage" + AS_PRINTED);
    private static final CliOption N = CliOption.one("--n", "N", "People whom the numbers are of.");
    private static final CliOption EVENTS = CliOption.one("--events", "N", "People with the event.");
    private static final CliOption RANDOMISED = CliOption.one(
            "--randomised", "N", "People randomised; without --n the numbers may be of any part of them.");
    private static final CliOption MEAN = CliOption.one("--mean", "X", "A mean" + AS_PRINTED);
    private static final CliOption SD = CliOption.one("--sd", "X", "Its standard deviation" + AS_PRINTED);
    private static final CliOption ITEMS = CliOption.one(
            "--items", "N", "Of how many whole numbers a person's value is the mean, 1 for a whole number.");
    private static final CliOption COUNTS = CliOption.repeated(
            "--counts", "LABEL=EVENTS/N", "The counts of an arm of the effect; twice, the compared arm first.");
    private static final CliOption MEASURE = CliOption.one(
                    "--measure", "NAME", "Which effect: " + String.join(", ", EffectKind.ids()) + ".")
            .among(EffectKind.ids());
    private static final CliOption ESTIMATE = CliOption.one("--estimate", "X", "The effect" + AS_PRINTED);
    private static final CliOption CONF_LOW = CliOption.one("--conf-low", "X", "Its lower limit" + AS_PRINTED);
    private static final CliOption CONF_HIGH = CliOption.one("--conf-high", "X", "Its upper limit" + AS_PRINTED);
    private static final CliOption P = CliOption.one("--p", "P", "Its p-value as printed, such as 0.014 or '<0.001'.");

    private static final List<CliOption> OF_EFFECT = List.of(COUNTS, MEASURE, ESTIMATE, CONF_LOW, CONF_HIGH, P);

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = Stream.concat(
                    Stream.of(PERCENT, N, EVENTS, RANDOMISED, MEAN, SD, ITEMS), OF_EFFECT.stream())
            .toList();

    private final ParseResult parsed;
    private final char decimal;

    ClaimOptions(ParseResult parsed, char decimal) {
        this.parsed = parsed;
        this.decimal = decimal;
    }

    /** The options that the user gives. */
    List<String> given() {
        return ALL.stream()
                .filter(option -> option.given(parsed))
                .map(CliOption::name)
                .toList();
    }

    /**
     * The claim.
     *
     * @throws org.ipstrial.finding.RefusedException if a value cannot be read, or nothing is claimed
     */
    Claims claims() {
        List<ArmClaim> arms = new ArrayList<>();
        ArmClaim arm = new ArmClaim(
                "",
                "",
                "",
                count(RANDOMISED),
                count(N),
                count(EVENTS),
                value(PERCENT, text -> PrintedText.percentage(text, decimal), PrintedText.WANTED_PERCENTAGE),
                number(MEAN),
                number(SD),
                count(ITEMS));
        if (arm.saysAnything()) {
            arms.add(arm);
        }
        List<EffectClaim> effects = new ArrayList<>();
        if (OF_EFFECT.stream().anyMatch(option -> option.given(parsed))) {
            effects.add(effect(arms));
        }
        if (arms.isEmpty()) {
            throw OptionChecks.wrong(
                    "no claim is given", "wanted CLAIMS, a file, or options such as --percent 18% --n 75");
        }
        return new Claims(arms, effects);
    }

    private EffectClaim effect(List<ArmClaim> arms) {
        String measure = MEASURE.oneOf(parsed)
                .orElseThrow(() -> OptionChecks.wrong("an effect is given and no --measure", "it is required"));
        Map<String, EventCounts> counts = GivenCounts.parse(COUNTS.values(parsed));
        if (counts.size() != 2) {
            throw OptionChecks.wrong("--counts is not given twice", "an effect is of two arms");
        }
        counts.forEach((label, count) -> arms.add(new ArmClaim(
                "",
                "",
                label,
                Optional.empty(),
                Optional.of((long) count.assessed()),
                Optional.of((long) count.events()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
        List<String> labels = List.copyOf(counts.keySet());
        return new EffectClaim(
                "",
                "",
                labels.get(0),
                labels.get(1),
                EffectKind.named(measure).orElseThrow(),
                number(ESTIMATE),
                number(CONF_LOW),
                number(CONF_HIGH),
                value(P, text -> PrintedText.pValue(text, decimal), PrintedText.WANTED_P));
    }

    private Optional<Long> count(CliOption option) {
        Optional<Long> count = value(option, PrintedText::count, PrintedText.WANTED_COUNT);
        if (option != EVENTS && count.filter(number -> number == 0).isPresent()) {
            throw OptionChecks.wrong(option.name() + " 0 is no number of people", "wanted at least 1");
        }
        return count;
    }

    private Optional<Printed> number(CliOption option) {
        Optional<Printed> number = value(option, text -> PrintedText.number(text, decimal), PrintedText.WANTED_NUMBER);
        if (option == SD && number.filter(sd -> sd.value().signum() < 0).isPresent()) {
            throw OptionChecks.wrong("--sd is below zero", "wanted a spread of zero or more");
        }
        return number;
    }

    private <T> Optional<T> value(CliOption option, Function<String, Optional<T>> reading, String wanted) {
        return option.value(parsed).map(text -> reading.apply(text.strip())
                .orElseThrow(
                        () -> OptionChecks.wrong(option.name() + " " + text + " cannot be read", "wanted " + wanted)));
    }
}
