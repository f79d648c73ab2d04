package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.junit.jupiter.api.Test;

class MeasureFamiliesTest {

    @Test
    void areThoseOfTheCatalogue() {
        List<? extends Family<?>> all =
                Arrays.stream(Measure.values()).flatMap(MeasureFamilies::of).toList();

        assertThat(all).hasSameSizeAs(Catalogue.FAMILIES);
        for (Family<?> family : Catalogue.FAMILIES) {
            assertThat(MeasureFamilies.of(family.measure()).anyMatch(other -> other == family))
                    .as(family.measure().id())
                    .isTrue();
        }
    }
}
