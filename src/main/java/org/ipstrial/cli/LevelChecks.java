package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/** What is asked of outcomes of ordered levels, and what they cannot give. */
final class LevelChecks {

    private LevelChecks() {}

    /**
     * Refuses a method that the user names and that looks at more than order, where all outcomes are of ordered levels.
     *
     * @param kinds the kinds of the outcomes
     */
    static void methods(MethodSelection methods, List<OutcomeKind> kinds) {
        if (kinds.isEmpty() || !kinds.stream().allMatch(OutcomeKind.ORDINAL::equals)) {
            return;
        }
        methods.choiceOutside(OrdinalMethods.FAMILIES).ifPresent(name -> {
            throw RefusedException.of(FindingCode.E296, Location.COMMAND_LINE, name, String.join(", ", ofContrasts()));
        });
    }

    /**
     * Refuses clusters, which no method for ordered levels looks at.
     *
     * @param cluster the column of them, if one is named
     * @param kinds   the kinds of the outcomes
     */
    static void clusters(Optional<String> cluster, List<OutcomeKind> kinds) {
        if (cluster.isPresent() && kinds.contains(OutcomeKind.ORDINAL)) {
            throw OptionChecks.wrong(
                    ClusterChecks.OPTION.name() + " " + cluster.get()
                            + " is given, and no method for ordered levels looks at clusters",
                    "leave it out, or compare other outcomes");
        }
    }

    /**
     * Tells where small cells are hidden that levels that nobody named are themselves of people.
     *
     * @param outcomes the outcomes as they were read
     * @param named    the names of those whose levels a plan names
     */
    static void tell(
            List<OutcomeDefinition> outcomes, List<String> named, String file, CellPolicy policy, Findings findings) {
        if (policy.threshold() == 0) {
            return;
        }
        outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.ORDINAL && !named.contains(outcome.name()))
                .forEach(outcome -> findings.add(FindingCode.W248, Location.file(file), outcome.name()));
    }

    private static TreeSet<String> ofContrasts() {
        TreeSet<String> names = new TreeSet<>();
        OrdinalMethods.FAMILIES.stream()
                .filter(family -> family.measure() != Measure.PROPORTION)
                .forEach(family -> family.methods().stream().map(Method::id).forEach(names::add));
        return names;
    }
}
