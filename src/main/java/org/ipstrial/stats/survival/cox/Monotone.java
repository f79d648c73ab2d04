package org.ipstrial.stats.survival.cox;

/**
 * Whether the partial likelihood of one covariate has no maximum.
 *
 * <p>It rises without end as the coefficient does if at every event the covariate of whoever has it is the largest of all at
 * risk, and falls without end if it is always the smallest; if it is both, the likelihood is flat. For an arm: the likelihood
 * is monotone if nobody of the one arm has the event while anybody of the other is at risk, such as where an arm has no
 * events.
 *
 * <p>Source: Bryson MC, Johnson ME (1981), Technometrics 23:381-383.
 */
enum Monotone {
    /** There is a maximum. */
    NO,
    /** The likelihood rises with the coefficient without end. */
    RISING,
    /** The likelihood falls with the coefficient without end. */
    FALLING,
    /** The likelihood says nothing about the coefficient. */
    FLAT;

    static Monotone of(CoxData data) {
        boolean rising = true;
        boolean falling = true;
        double least = 0;
        double most = 0;
        for (int from = 0, to; from < data.size(); from = to) {
            to = data.endOfTime(from);
            if (data.beginsStratum(from)) {
                least = Double.POSITIVE_INFINITY;
                most = Double.NEGATIVE_INFINITY;
            }
            for (int i = from; i < to; i++) {
                least = Math.min(least, data.x(i)[0]);
                most = Math.max(most, data.x(i)[0]);
            }
            for (int i = from; i < to; i++) {
                rising &= !data.event(i) || data.x(i)[0] == most;
                falling &= !data.event(i) || data.x(i)[0] == least;
            }
        }
        return rising ? falling ? FLAT : RISING : falling ? FALLING : NO;
    }
}
