package org.ipstrial.stats.location.stratified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;

class SampleStratumTest {

    private static Optional<Reason> silence(double[] group, double[] reference) {
        return new SampleStratum("site", group, reference).silence();
    }

    @Test
    void tellsWhyAStratumTellsNothing() {
        double[] nobody = {};
        double[] some = {1, 2};
        assertThat(silence(some, nobody)).contains(Reason.NOBODY_ASSESSED_IN_REFERENCE);
        assertThat(silence(nobody, some)).contains(Reason.NOBODY_ASSESSED_IN_GROUP);
        assertThat(silence(nobody, nobody)).contains(Reason.NOBODY_ASSESSED);
        assertThat(silence(new double[] {7, 7}, new double[] {7})).contains(Reason.NO_VARIANCE);
    }

    @Test
    void oneAmountThatIsOtherIsEnough() {
        assertThat(silence(new double[] {7, 8}, new double[] {7})).isEmpty();
        assertThat(silence(new double[] {7}, new double[] {7, 8})).isEmpty();
        assertThat(silence(new double[] {7, 7}, new double[] {8})).isEmpty();
    }
}
