package org.ipstrial.catalogue.arms;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.arms.AgainstControl;
import org.ipstrial.stats.arms.AgainstControlEffect;
import org.ipstrial.stats.arms.AgainstControlTest;
import org.ipstrial.stats.arms.DunnettDifference;

/** The methods that compare several arms with one control, all at once. */
public final class AgainstControlMethods {

    /** The name of Dunnett's method in results. */
    public static final String STUDENT_DUNNETT = "student+dunnett";

    /** The name of Dunnett's adjustment. */
    public static final String DUNNETT = "dunnett";

    private static final AgainstControlEffect DIFFERENCE = new DunnettDifference();

    private static final String FORMULA = """
            m, n: mean and size of the arm (1) and the control (0); q: sum of squared distances from its mean, of each of
            the k arms and the control; N people in all. df = N - k - 1, s^2 = sum of q / df,
            d = m1 - m0, se = s sqrt(1/n1 + 1/n0), t = d / se; of two arms i and j the statistics have the correlation
            sqrt(n(i) n(j) / ((n(i) + n0) (n(j) + n0))).
            """;

    private static final String SOURCE =
            "Dunnett CW (1955), A multiple comparison procedure for comparing several treatments with a control, Journal of"
                    + " the American Statistical Association 50:1096-1121; two-sided tables: Dunnett CW (1964), Biometrics"
                    + " 20:482-491";

    private static final String CAUTION =
            "It takes all arms to have one variance, which is seldom so where more people of one arm work at all: its level is"
                    + " then wrong in either direction; welch with holm needs no such thing. Only for means, and only every"
                    + " arm against the one control.";

    /** Means of several arms minus that of one control. */
    public static final Family<AgainstControlEffect> MEAN_DIFFERENCE = new Family<>(
            Measure.MEAN_DIFFERENCE,
            Family.Input.AGAINST_CONTROL,
            0,
            List.of(new Method<>(
                    STUDENT_DUNNETT,
                    "Dunnett's simultaneous interval, every arm against the control, one variance for all arms",
                    DIFFERENCE,
                    FORMULA
                            + "limits d -+ c se, c the quantile at the level of the largest of all |t|, on one side of the"
                            + " largest t",
                    SOURCE,
                    CAUTION)),
            AgainstControlMethods::effect);

    /** Tests that the means of several arms do not differ from that of one control. */
    public static final Family<AgainstControlTest> TEST = new Family<>(
            Measure.TEST,
            Family.Input.AGAINST_CONTROL,
            0,
            List.of(new Method<>(
                    STUDENT_DUNNETT,
                    "Dunnett's t test, every arm against the control, one variance for all arms",
                    AgainstControlMethods::noDifference,
                    FORMULA + "p adjusted = the chance that any of the k statistics is as far out as t",
                    SOURCE,
                    CAUTION)),
            (test, input, level) -> {
                ArmsInput arms = ArmsInput.of(input);
                Map<Statistic, Quantity> numbers =
                        Evaluation.numbers(test.of(arms.againstControl(), arms.alternative()));
                numbers.put(Statistic.P_ADJUSTED, numbers.remove(Statistic.P_VALUE));
                return numbers;
            });

    private AgainstControlMethods() {}

    private static TestResult noDifference(AgainstControl arms, Alternative alternative) {
        return DIFFERENCE.test(arms, 0, alternative);
    }

    private static Map<Statistic, Quantity> effect(AgainstControlEffect function, String input, double level) {
        ArmsInput arms = ArmsInput.of(input);
        Map<Statistic, Quantity> numbers =
                Evaluation.numbers(function.of(arms.againstControl(), level, arms.alternative()));
        if (!arms.asked().isEmpty()) {
            numbers.put(
                    Statistic.P_ADJUSTED,
                    function.test(arms.againstControl(), arms.margin(), arms.alternative())
                            .pValue());
        }
        return numbers;
    }
}
