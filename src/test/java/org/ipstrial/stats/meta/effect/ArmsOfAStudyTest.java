package org.ipstrial.stats.meta.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the arms of a study may be, and where they tell no effect. */
class ArmsOfAStudyTest {

    @ParameterizedTest
    @CsvSource({"0,0", "-1,5", "6,5", "1,Infinity", "NaN,5", "1,NaN"})
    void refusesCountsThatNoArmHas(double events, double people) {
        String message = "events must be from 0 to the people of an arm that has some, got " + events + " of " + people;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmCounts(events, people, 1, 2))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmCounts(1, 2, events, people))
                .withMessage(message);
    }

    @Test
    void everybodyOrNobodyMayHaveTheEvent() {
        assertThat(new ArmCounts(5, 5, 0, 0.5).withHalves()).isEqualTo(new ArmCounts(5.5, 6, 0.5, 1.5));
        assertThat(new ArmCounts(5, 5, 3, 9).splitReference(2)).isEqualTo(new ArmCounts(5, 5, 1.5, 4.5));
        assertThat(new ArmCounts(5, 7, 3, 9).complement()).isEqualTo(new ArmCounts(2, 7, 6, 9));
    }

    @Test
    void saysWhyThereIsNoRatio() {
        assertThat(new ArmCounts(0, 5, 0, 5).emptyCell()).contains(Reason.NO_EVENTS_IN_EITHER_ARM);
        assertThat(new ArmCounts(0, 5, 1, 5).emptyCell()).contains(Reason.NO_EVENTS_IN_GROUP);
        assertThat(new ArmCounts(1, 5, 0, 5).emptyCell()).contains(Reason.NO_EVENTS_IN_REFERENCE);
        assertThat(new ArmCounts(1, 5, 1, 5).emptyCell()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.1,5", "1,0", "1,Infinity"})
    void refusesSpreadsAndSizesThatNoArmHas(double sd, double people) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmMeans.Arm(1, sd, people))
                .withMessage("sd must be at least 0 and people above 0, got " + sd + " and " + people);
    }

    /** 1, 2, 3 and 5, 7: together a mean of 3.6 and squares of 23.2 about it. */
    @Test
    void twoArmsAreOneWithTheSpreadOfEverybody() {
        ArmMeans.Arm both = new ArmMeans.Arm(2, 1, 3).with(new ArmMeans.Arm(6, Math.sqrt(2), 2));

        assertThat(both.mean()).isEqualTo(3.6, within(1e-15));
        assertThat(both.sd()).isEqualTo(Math.sqrt(23.2 / 4), within(1e-15));
        assertThat(both.people()).isEqualTo(5);
    }

    @Test
    void aSharedArmIsSplitInPeopleAlone() {
        ArmMeans.Arm group = new ArmMeans.Arm(1, 2, 10);
        assertThat(new ArmMeans(group, new ArmMeans.Arm(3, 4, 9)).splitReference(2))
                .isEqualTo(new ArmMeans(group, new ArmMeans.Arm(3, 4, 4.5)));
    }

    private static ArmMeans means(double m1, double sd1, double n1, double m2, double sd2, double n2) {
        return new ArmMeans(new ArmMeans.Arm(m1, sd1, n1), new ArmMeans.Arm(m2, sd2, n2));
    }

    @Test
    void aRatioOfMeansNeedsBothAboveZero() {
        StudyEffect none = new StudyEffect.Unknown(Reason.MEAN_NOT_POSITIVE);
        assertThat(LogRatioOfMeans.of(means(0, 1, 9, 1, 1, 9))).isEqualTo(none);
        assertThat(LogRatioOfMeans.of(means(1, 1, 9, -1, 1, 9))).isEqualTo(none);
        assertThat(LogRatioOfMeans.of(means(1, 1, 9, 1, 1, 9))).isEqualTo(StudyEffect.of(0, 2.0 / 9));
    }

    @Test
    void aStandardisedDifferenceNeedsTwoInEachArmAndASpread() {
        StudyEffect few = new StudyEffect.Unknown(Reason.FEWER_THAN_TWO);
        assertThat(StandardisedDifferenceOfMeans.of(means(2, 1, 1, 1, 1, 9))).isEqualTo(few);
        assertThat(StandardisedDifferenceOfMeans.of(means(2, 1, 9, 1, 1, 1))).isEqualTo(few);
        // Half people: 1.5 and 1.5 leave one degree of freedom, at which the factor is 0.
        assertThat(StandardisedDifferenceOfMeans.of(means(2, 1, 1.5, 1, 1, 1.5)))
                .isEqualTo(few);
        assertThat(StandardisedDifferenceOfMeans.of(means(2, 0, 9, 1, 0, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.NO_VARIANCE));
    }

    /** Two in each arm: f = 2 and J = Gamma(1) / (sqrt(1) Gamma(1/2)) = 1 / sqrt(pi). */
    @Test
    void theSmallestStandardisedDifferenceIsKnownExactly() {
        StudyEffect effect = StandardisedDifferenceOfMeans.of(means(3, 1, 2, 1, 1, 2));
        double g = 2 / Math.sqrt(Math.PI);

        assertThat(effect).isInstanceOfSatisfying(StudyEffect.Known.class, known -> {
            assertThat(known.estimate()).isEqualTo(g, within(1e-14));
            assertThat(known.variance()).isEqualTo(1 + g * g / 8, within(1e-14));
        });
    }
}
