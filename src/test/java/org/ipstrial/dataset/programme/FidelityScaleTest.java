package org.ipstrial.dataset.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fidelity bands at both ends of each, and that they leave no total out. */
class FidelityScaleTest {

    /** IPS-25: fair from 74 to 99 as published; 100, 115 and 73 from memory, as the documentation says. */
    @ParameterizedTest
    @CsvSource({
        "25,not-supported-employment", "73,not-supported-employment",
        "74,fair", "99,fair",
        "100,good", "114,good",
        "115,exemplary", "125,exemplary"
    })
    void bandsOfIps25(int total, String band) {
        assertThat(FidelityScale.IPS_25.band(total).id()).isEqualTo(band);
    }

    /** IPS-15: highest total 75 as published; the cut points from memory, as the documentation says. */
    @ParameterizedTest
    @CsvSource({
        "15,not-supported-employment", "55,not-supported-employment",
        "56,fair", "65,fair",
        "66,good", "75,good"
    })
    void bandsOfIps15(int total, String band) {
        assertThat(FidelityScale.IPS_15.band(total).id()).isEqualTo(band);
    }

    /** Every total that items of 1 to 5 can give is in one band, and no other is in any. */
    @Test
    void bandsLeaveNoTotalOut() {
        for (FidelityScale scale : FidelityScale.values()) {
            int items = scale.items().size();
            for (int total = items; total <= 5 * items; total++) {
                int one = total;
                assertThat(scale.bands().stream().filter(band -> band.holds(one)))
                        .as(scale.id() + " " + total)
                        .hasSize(1);
            }
            for (int total : new int[] {items - 1, 5 * items + 1}) {
                assertThatThrownBy(() -> scale.band(total)).isInstanceOf(NoSuchElementException.class);
            }
        }
    }

    /** 25 items in sections of 3, 8 and 14; 15 items in sections of 3, 3 and 9. */
    @Test
    void itemsAndSections() {
        assertThat(FidelityScale.IPS_25.items()).hasSize(25).doesNotHaveDuplicates();
        assertThat(FidelityScale.IPS_15.items()).hasSize(15).doesNotHaveDuplicates();
        assertThat(FidelityScale.IPS_25.sections().stream()
                        .map(section -> section.items().size()))
                .isEqualTo(List.of(3, 8, 14));
        assertThat(FidelityScale.IPS_15.sections().stream()
                        .map(section -> section.items().size()))
                .isEqualTo(List.of(3, 3, 9));
    }
}
