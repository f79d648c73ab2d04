package org.ipstrial.dataset.claims;

import java.util.Comparator;
import java.util.List;
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

    /** The reports, in order. */
    public List<String> reports() {
        return Stream.concat(
                        arms.stream().map(ArmClaim::report), effects.stream().map(EffectClaim::report))
                .distinct()
                .sorted(CodePointOrder.INSTANCE)
                .toList();
    }

    /** The claims of one report. */
    public Claims of(String report) {
        return new Claims(
                arms.stream().filter(claim -> claim.report().equals(report)).toList(),
                effects.stream().filter(claim -> claim.report().equals(report)).toList());
    }
}
