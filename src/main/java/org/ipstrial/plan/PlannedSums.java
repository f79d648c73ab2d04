package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** The key {@code sums}: amounts that are the sum of others, and are imputed through them. */
final class PlannedSums {

    private static final String KEY = "sums";

    private PlannedSums() {}

    /** The sums: each an outcome that is an amount, or an amount of the participants, of amounts that are no sums. */
    static List<SumOf> read(List<NamedValue> entries, PlannedParticipants participants, List<PlannedOutcome> outcomes) {
        List<String> amounts =
                participants.amounts().stream().map(amount -> amount.name()).toList();
        List<String> whole = new ArrayList<>(amounts);
        outcomes.forEach(outcome -> whole.add(outcome.name().value()));
        List<String> sums = entries.stream().map(entry -> entry.name().value()).toList();
        List<String> parts =
                amounts.stream().filter(name -> !sums.contains(name)).toList();
        return entries.stream()
                .filter(entry ->
                        isKnown(entry, "amount or outcome", entry.name().value(), whole) && isAmount(entry, outcomes))
                .map(entry -> read(entry, parts))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SumOf> read(NamedValue entry, List<String> amounts) {
        String name = entry.name().value();
        List<String> parts = entry.value().texts().stream().map(Sited::value).toList();
        for (String part : parts) {
            if (!isKnown(entry, "amount that is no sum", part, amounts)) {
                return Optional.empty();
            }
        }
        if (!SumOf.isSum(name, parts)) {
            entry.value()
                    .refuse(
                            FindingCode.E426,
                            KEY + " gives '" + PlanWords.cut(name) + "' fewer than two parts, or one twice",
                            "two parts at least, each once",
                            "write all of them");
            return Optional.empty();
        }
        return Optional.of(new SumOf(name, parts));
    }

    private static boolean isKnown(NamedValue entry, String what, String name, List<String> known) {
        if (known.contains(name)) {
            return true;
        }
        entry.value()
                .refuse(
                        FindingCode.E418,
                        what,
                        PlanWords.cut(name),
                        known.isEmpty() ? "those under participants: amounts" : String.join(", ", known),
                        known.isEmpty() ? "describe it there" : PlanWords.nearest(name, known));
        return false;
    }

    private static boolean isAmount(NamedValue entry, List<PlannedOutcome> outcomes) {
        Optional<PlannedOutcome> other = outcomes.stream()
                .filter(outcome -> outcome.name().value().equals(entry.name().value()))
                .filter(outcome -> outcome.derived().isPresent()
                        || outcome.kind()
                                .filter(kind -> kind != OutcomeKind.AMOUNT)
                                .isPresent())
                .findFirst();
        other.ifPresent(outcome -> entry.value()
                .refuse(
                        FindingCode.E425,
                        KEY,
                        outcome.derived().isPresent()
                                ? "an outcome that is worked out from spells or weeks"
                                : PlannedOutcome.words(outcome.kind().orElseThrow())));
        return other.isEmpty();
    }
}
