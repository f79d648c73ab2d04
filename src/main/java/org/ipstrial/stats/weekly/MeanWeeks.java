package org.ipstrial.stats.weekly;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TApproximation;

/**
 * The mean number of weeks with something: the area under the curve of the weekly shares.
 *
 * <p>With {@code x_w} of the {@code n_w} people who were observed in week {@code w} doing something, {@code X_iw} 1 where
 * person {@code i} did and 0 where not, and {@code R_iw} 1 where that is known and 0 where not:
 *
 * <pre>
 *   m   = sum over w of p_w,  p_w = x_w / n_w
 *   z_i = n sum over w of R_iw (X_iw - p_w) / n_w,  n: people observed in any week
 *   v   = sum over i of z_i^2 / (n (n - 1))
 *   limits = m -+ t sqrt(v),  t the quantile of Student's t at (1 + level) / 2 with n - 1 degrees of freedom
 * </pre>
 *
 * <p>Unit: weeks, from 0 to their number. People count in the weeks in which they were observed and are never taken for
 * idle in the others: of each week those who were observed stand for those who were not. {@code z_i} is what each person
 * moves {@code m} by, all weeks of a person together, so that nothing is assumed of how a person's weeks hang together.
 * Where everybody was observed in every week, {@code m} is the mean and {@code v} the squared standard error of the number
 * of weeks of each person. Without anybody observed in some week there is no area ({@code nobody-observed-in-a-week}); one
 * person has no variance ({@code fewer-than-two}); nor have people who are all alike ({@code no-variance}).
 *
 * <p>Source: a sum of ratio estimates linearised as by Woodruff RS (1971), Journal of the American Statistical Association
 * 66:411-414; it is the variance clustered by person of Liang KY, Zeger SL (1986), Biometrika 73:13-22, under independence,
 * with n / (n - 1).
 */
public final class MeanWeeks {

    private final double mean;
    private final double variance;
    private final int people;
    private final Optional<Reason> lacking;

    private MeanWeeks(double mean, double variance, int people, Optional<Reason> lacking) {
        this.mean = mean;
        this.variance = variance;
        this.people = people;
        this.lacking = lacking;
    }

    /**
     * The mean of an arm with its limits.
     *
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(WeeklyStates arm, double level) {
        Require.fraction("level", level);
        MeanWeeks weeks = of(arm);
        if (!weeks.exists()) {
            return Estimate.notEstimable(Reason.NOBODY_OBSERVED_IN_A_WEEK);
        }
        Optional<Reason> reason = weeks.noStandardError();
        return reason.isPresent()
                ? Estimate.withoutLimits(weeks.mean, reason.get())
                : new TApproximation(weeks.mean, Math.sqrt(weeks.variance), weeks.people - 1.0).limits(level);
    }

    static MeanWeeks of(WeeklyStates arm) {
        CompensatedSum mean = new CompensatedSum();
        byte[][] people = arm.everObserved();
        double[] active = new double[arm.weeks()];
        double[] idle = new double[arm.weeks()];
        for (int week = 0; week < arm.weeks(); week++) {
            double n = arm.observed(week);
            if (n == 0) {
                return new MeanWeeks(0, 0, people.length, Optional.of(Reason.NOBODY_OBSERVED_IN_A_WEEK));
            }
            double x = arm.active(week);
            mean.add(x / n);
            active[week] = people.length * (n - x) / (n * n);
            idle[week] = -people.length * x / (n * n);
        }
        if (people.length < 2) {
            return new MeanWeeks(mean.value(), 0, people.length, Optional.of(Reason.FEWER_THAN_TWO));
        }
        double[] moved = new double[people.length];
        for (int i = 0; i < people.length; i++) {
            CompensatedSum sum = new CompensatedSum();
            for (int week = 0; week < arm.weeks(); week++) {
                if (people[i][week] >= 0) {
                    sum.add(people[i][week] == 1 ? active[week] : idle[week]);
                }
            }
            moved[i] = sum.value();
        }
        double variance = Moments.of(moved).variance() / people.length;
        return new MeanWeeks(mean.value(), variance, people.length, Optional.empty());
    }

    /** Whether somebody was observed in every week. */
    boolean exists() {
        return !lacking.equals(Optional.of(Reason.NOBODY_OBSERVED_IN_A_WEEK));
    }

    /** Why there is no standard error, if there is none. */
    Optional<Reason> noStandardError() {
        return lacking.or(() -> variance > 0 ? Optional.empty() : Optional.of(Reason.NO_VARIANCE));
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    int people() {
        return people;
    }
}
