package org.ipstrial.catalogue.adjusted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.stats.adjusted.AdjustedTest;
import org.junit.jupiter.api.Test;

/** The published and the independently computed numbers of the check of proportional odds, run through the catalogue. */
class ProportionalityReferenceValuesTest {

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("proportionality");

    @Test
    void agreesWithEveryRow() {
        assertThat(VALUES).hasSize(33).allSatisfy(value -> {
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(s -> s.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = AdjustedMethods.PROPORTIONALITY
                    .evaluate(value)
                    .get(statistic)
                    .ifEstimated();
            assertThat(got).as(value.toString()).isPresent();
            assertThat(value.agreesWith(got.getAsDouble()))
                    .as(got + " for " + value)
                    .isTrue();
        });
    }

    @Test
    void hasThreeSourcesAndEveryRowIsOfThisFamilyAlone() {
        assertThat(VALUES.stream()
                        .map(value ->
                                value.source().split(" ")[0] + (value.source().contains("brant 0.3-0") ? " brant" : ""))
                        .distinct())
                .containsExactlyInAnyOrder("R", "mpmath", "R brant");
        assertThat(VALUES)
                .allSatisfy(value -> assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                        .containsExactly(AdjustedMethods.PROPORTIONALITY));
    }

    @Test
    void standsBesideTheModelWithoutBeingADefault() {
        assertThat(AdjustedMethods.PROPORTIONALITY.measure()).isEqualTo(Measure.TEST);
        assertThat(AdjustedMethods.PROPORTIONALITY.defaults()).isZero();
        assertThat(AdjustedMethods.PROPORTIONALITY.input().isAdjusted()).isTrue();
        Method<AdjustedTest> brant = AdjustedMethods.PROPORTIONALITY.methods().get(0);
        assertThat(brant.id()).isEqualTo("brant");
        assertThat(brant.formula().lines()).allMatch(line -> line.length() <= 110);
        assertThat(brant.formula() + brant.caution()).matches("[\\x20-\\x7e\\n]+");
        assertThat(brant.caution()).contains("do not change the model");
    }
}
