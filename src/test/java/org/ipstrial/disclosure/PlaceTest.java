package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipstrial.ard.Names;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static Place within(String stratum) {
        return new Place("compare", "employed", "", "A", stratum);
    }

    @Test
    void theColumnIsWhatStandsBeforeTheFirstSignThatIsItsOwn() {
        assertThat(within(Names.pair("site", "north")).column()).isEqualTo("site");
        assertThat(within(Names.pair("site=2", "north=east")).column()).isEqualTo("site\\=2");
        assertThat(within(Names.pair("site\\", "north")).column()).isEqualTo("site\\\\");
        assertThat(within("").column()).isEmpty();
    }

    @Test
    void nobodyIsAtTwoLevelsOfAColumn() {
        Place north = within(Names.pair("site", "north"));

        assertThat(north.isApartFrom(within(Names.pair("site", "south")))).isTrue();
        assertThat(north.isApartFrom(north)).isFalse();
        assertThat(north.isApartFrom(within(Names.pair("sex", "female")))).isFalse();
        assertThat(north.isApartFrom(within(""))).isFalse();
        assertThat(within("").isApartFrom(north)).isFalse();
        assertThat(within("").isApartFrom(within(""))).isFalse();
    }

    @Test
    void everybodyAndAllArmsAreWiderPlaces() {
        Place north = within(Names.pair("site", "north"));

        assertThat(north.everybody()).isEqualTo(within(""));
        assertThat(north.isEverybody()).isFalse();
        assertThat(north.everybody().isEverybody()).isTrue();
        assertThat(north.allArms()).isEqualTo(new Place("compare", "employed", "", "", Names.pair("site", "north")));
        assertThat(north.isAllArms()).isFalse();
        assertThat(north.allArms().isAllArms()).isTrue();
    }
}
