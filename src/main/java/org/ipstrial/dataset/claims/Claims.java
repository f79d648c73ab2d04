package org.ipstrial.dataset.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.dataset.CodePointOrder;

/**
 * What reports say, by report, outcome and arm in code-point order.
 *
 * @param arms    of arms
 * @param effects of effects
 */
public record Claims(List<ArmClaim> arms, List<EffectClaim> effects) {

    /** Sorts them. */
    public Claims {
        arms = arms.stream()
                .sorted(Comparator.comparing(ArmClaim::report, CodePointOrder.INSTANCE)
                        .thenComparing(ArmClaim::outcome, CodePointOrder.INSTANCE)
                        .thenComparing(ArmClaim::arm, CodePointOrder.INSTANCE))
                .toList();
        effects = effects.stream()
                .sorted(Comparator.comparing(EffectClaim::report, CodePointOrder.INSTANCE)
                        .thenComparing(EffectClaim::outcome, CodePointOrder.INSTANCE)
                        .thenComparing(EffectClaim::arm, CodePointOrder.INSTANCE)
                        .thenComparing(EffectClaim::reference, CodePointOrder.INSTANCE)
                        .thenComparing(EffectClaim::kind))
                .toList();
    }

    /** The claims of each report, the reports in order. */
    public Map<String, Claims> byReport() {
        Map<String, List<ArmClaim>> armsOf = arms.stream().collect(Collectors.groupingBy(ArmClaim::report));
        Map<String, List<EffectClaim>> effectsOf = effects.stream().collect(Collectors.groupingBy(EffectClaim::report));
        Map<String, Claims> reports = new TreeMap<>(CodePointOrder.INSTANCE);
        Stream.concat(armsOf.keySet().stream(), effectsOf.keySet().stream())
                .forEach(report -> reports.computeIfAbsent(
                        report,
                        name -> new Claims(
                                armsOf.getOrDefault(name, List.of()), effectsOf.getOrDefault(name, List.of()))));
        return reports;
    }
}
