package org.ipstrial.stats.imputation.chained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.imputation.engine.DonorReach;
import org.ipstrial.stats.imputation.engine.Engine;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

/** Models without noise, whose draws are known, and models that cannot be. */
class ChainedLawsTest {

    private static final int N = 40;

    private static Variable variable(String name, IntToDoubleFunction values, int... missing) {
        boolean[] known = new boolean[N];
        Arrays.fill(known, true);
        double[] all = IntStream.range(0, N).mapToDouble(values).toArray();
        for (int i : missing) {
            known[i] = false;
            all[i] = Double.NaN;
        }
        return new Variable(name, all, known);
    }

    private static ImputationModel model(List<Variable> variables, List<Target> targets, Derived... derived) {
        return new ImputationModel("arm", variables, targets, List.of(derived));
    }

    private static Imputation.Completed completed(ImputationModel model, int imputations, int iterations) {
        return HoledTrial.completed(model, HoledTrial.settings(imputations, iterations, 1));
    }

    /**
     * y is drawn with noise, d is y and w, z is 2 + 3 d without noise: in each completed data set z follows from the y of that
     * set, not from the one before.
     */
    @Test
    void whatFollowsIsComputedAnewBeforeTheNextVariableIsDrawn() {
        Variable w = variable("w", i -> i % 3);
        Variable y = variable("y", i -> i * 7 % 11, 2, 9);
        Variable z = variable("z", i -> 2 + 3 * (i * 7 % 11 + i % 3), 2, 9, 30);
        ImputationModel model = model(
                List.of(w, y, z),
                List.of(new Target("y", Engine.NORMAL, List.of("w")), new Target("z", Engine.NORMAL, List.of("d"))),
                Derived.sumOf("d", List.of("y", "w")));
        for (int rounds : new int[] {1, 3}) {
            Imputation.Completed completed = completed(model, 5, rounds);
            for (int m = 0; m < 5; m++) {
                double[] d = completed.values("d", m);
                double[] drawn = completed.values("z", m);
                for (int i = 0; i < N; i++) {
                    assertThat(drawn[i]).isCloseTo(2 + 3 * d[i], within(1e-9));
                    assertThat(d[i]).isEqualTo(completed.values("y", m)[i] + i % 3);
                }
            }
        }
    }

    /** Those with fewest missing first, by name where as many are, and last those that are drawn only where another is 1. */
    @Test
    void theOrderOfDrawing() {
        Variable job = variable("job", i -> i % 2, 4, 6);
        Variable pay = variable("pay", i -> i % 2 == 0 ? 0 : i, 4, 6);
        Variable zeal = variable("zeal", i -> i % 4, 1, 2, 3);
        Variable age = variable("age", i -> i, 8, 9);
        Variable weeks = variable("weeks", i -> i % 5, 1);
        ImputationModel model = model(
                List.of(zeal, job, pay, age, weeks),
                List.of(
                        new Target("pay", Engine.NORMAL, List.of("age"), Optional.of("job")),
                        new Target("job", Engine.LOGISTIC, List.of("age")),
                        new Target("age", Engine.NORMAL, List.of("weeks")),
                        new Target("zeal", Engine.NORMAL, List.of("age")),
                        new Target("weeks", Engine.NORMAL, List.of("age"))));

        assertThat(model.targets()).extracting(Target::variable).containsExactly("weeks", "age", "job", "zeal", "pay");
        assertThat(model.people()).isEqualTo(N);
        assertThat(model.variable("age").missing()).isEqualTo(2);
    }

    /** y = x, and x of two who lack it lies beyond all donors: the nearest five of them are 1 to 5 away from 39 and 0. */
    @Test
    void howFarDonorsAreIsTheMeanOverImputations() {
        Variable x = variable("x", i -> i);
        Variable y = variable("y", i -> i, 0, 39);
        ImputationModel model =
                model(List.of(x, y), List.of(new Target("y", Engine.PREDICTIVE_MEAN_MATCHING, List.of("x"))));
        Imputation.Completed completed = completed(model, 50, 2);
        double pull = 0;
        for (int m = 0; m < 50; m++) {
            double[] values = completed.values("y", m);
            assertThat(values[0]).isBetween(1.0, 5.0);
            assertThat(values[39]).isBetween(34.0, 38.0);
            pull += (values[0] - 0 + values[39] - 39) / 50;
        }
        DonorReach reach = completed.donors().get("y");

        assertThat(completed.donors()).containsOnlyKeys("y");
        assertThat(reach.beyond()).isEqualTo(2);
        assertThat(reach.pull()).isCloseTo(pull, within(1e-9));
        assertThat(completed.augmented()).isEmpty();
    }

    @Test
    void tracesAreTheMomentsOfWhatWasDrawn() {
        for (int[] missing : new int[][] {{1, 7, 20}, {1, 7}}) {
            ImputationModel model = model(
                    List.of(variable("x", i -> i), variable("y", i -> i * 5 % 9, missing)),
                    List.of(new Target("y", Engine.NORMAL, List.of("x"))));
            Imputation.Completed completed = completed(model, 4, 3);
            Trace trace = completed.traces().get(0);

            for (int m = 0; m < 4; m++) {
                Moments drawn = Moments.of(completed.drawn()[m][0]);
                assertThat(trace.mean()[m]).hasSize(3);
                assertThat(trace.mean()[m][2]).isCloseTo(drawn.mean(), within(1e-14));
                assertThat(trace.sd()[m][2]).isCloseTo(drawn.sd(), within(1e-14));
            }
        }
    }

    /**
     * z is 2 + 3 pay without noise and drawn before pay is: in the first round from what pay was filled with, 0 for whom there is
     * no job, and somebody's known pay, 70 to 109, for whom there is.
     */
    @Test
    void theFirstFillingIsKnownPayOfThoseWithAJobAndNothingForOthers() {
        Variable job = variable("job", i -> i % 2);
        Variable pay = variable("pay", i -> i % 2 * (70 + i), 10, 11, 12, 13);
        Variable z = variable("z", i -> 2 + 3 * (i % 2 * (70 + i)), 10, 11, 12, 13, 20);
        ImputationModel model = model(
                List.of(job, pay, z),
                List.of(
                        new Target("pay", Engine.NORMAL, List.of(), Optional.of("job")),
                        new Target("z", Engine.NORMAL, List.of("pay"))));
        Imputation.Completed completed = completed(model, 20, 1);
        for (int m = 0; m < 20; m++) {
            double[] drawn = completed.values("z", m);
            assertThat(drawn[10]).isCloseTo(2, within(1e-9));
            assertThat(drawn[12]).isCloseTo(2, within(1e-9));
            assertThat(drawn[20]).isCloseTo(2, within(1e-9));
            for (int i : new int[] {11, 13}) {
                double filled = (drawn[i] - 2) / 3;
                assertThat(filled).isCloseTo(Math.rint(filled), within(1e-9)).isBetween(70.0, 110.0);
                assertThat(Math.rint(filled) % 2).isEqualTo(1);
            }
            assertThat(completed.values("pay", m)[10]).isZero();
        }
    }

    @Test
    void somebodyIsToldOfEachImputation() {
        AtomicInteger told = new AtomicInteger();
        ImputationModel model =
                model(List.of(variable("y", i -> i % 7, 3)), List.of(new Target("y", Engine.NORMAL, List.of())));
        ChainedEquations.of(model, new ImputationSettings(6, 1, 1, List.of(), 2, (done, of) -> {
            assertThat(of).isEqualTo(6);
            told.addAndGet(done);
        }));

        assertThat(told).hasValue(6);
    }

    /** What stands where nothing is known is not looked at; y has the fewer holes, so that it is looked at first. */
    @Test
    void aPredictorWhoseKnownValuesAreAlikeIsConstant() {
        boolean[] known = new boolean[N];
        Arrays.fill(known, 3, N, true);
        double[] alike = new double[N];
        Arrays.fill(alike, 3, N, 5);
        ImputationModel model = model(
                List.of(new Variable("alike", alike, known), variable("x", i -> i), variable("y", i -> i % 7, 9)),
                List.of(
                        new Target("y", Engine.NORMAL, List.of("alike", "x")),
                        new Target("alike", Engine.NORMAL, List.of("x"))));

        assertThat(ChainedEquations.of(model, HoledTrial.settings(2, 2, 1)))
                .isEqualTo(new Imputation.Refused(
                        Reason.COLLINEAR_COVARIATES,
                        "arm",
                        "y",
                        List.of(new Aliased("alike", List.of(DesignMatrix.INTERCEPT)))));
    }

    /** Pay is looked at among those with a job: 0 of all others makes it no variable. */
    @Test
    void payThatIsOneAmountForAllWithAJobIsRefused() {
        ImputationModel model = model(
                List.of(variable("job", i -> i % 2), variable("pay", i -> i % 2 * 900, 3)),
                List.of(new Target("pay", Engine.NORMAL, List.of(), Optional.of("job"))));

        assertThat(ChainedEquations.of(model, HoledTrial.settings(2, 2, 1)))
                .isEqualTo(new Imputation.Refused(Reason.NO_VARIANCE, "arm", "pay", List.of()));
    }

    @Test
    void whatFollowsFromVariables() {
        assertThat(Derived.anyOf("d", List.of("a", "b")).value().applyAsDouble(new double[] {0, 1}))
                .isEqualTo(1);
        assertThat(Derived.anyOf("d", List.of("a", "b")).value().applyAsDouble(new double[] {0, 0}))
                .isZero();
        assertThat(Derived.sumOf("d", List.of("a", "b")).value().applyAsDouble(new double[] {2.5, -1}))
                .isEqualTo(1.5);
        assertThat(Derived.at("d", "a", 3).value().applyAsDouble(new double[] {3}))
                .isEqualTo(1);
        assertThat(Derived.at("d", "a", 3).value().applyAsDouble(new double[] {2}))
                .isZero();
        assertThat(Derived.at("d", "a", 3).from()).containsExactly("a");
    }

    private static final Variable Y = variable("y", i -> i % 2, 1);
    private static final Target DRAWN = new Target("y", Engine.NORMAL, List.of());

    private static void assertRefused(
            String message, List<Variable> variables, List<Target> targets, Derived... derived) {
        assertThatThrownBy(() -> model(variables, targets, derived))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void modelsThatCannotBe() {
        Variable three = Variable.complete("three", new double[] {1, 2, 3});
        assertRefused("each variable must have a name of its own, got []", List.of(), List.of());
        assertRefused(
                "each variable must have a name of its own, got [y, y]",
                List.of(Y),
                List.of(DRAWN),
                Derived.sumOf("y", List.of("x")));
        assertRefused(
                "all variables must be of the same people; three has 3 values and y 40",
                List.of(Y, three),
                List.of(DRAWN));
        assertRefused("y has missing values and must be drawn in one way, got 2", List.of(Y), List.of(DRAWN, DRAWN));
        assertRefused(
                "there is no variable q, which d needs", List.of(Y), List.of(DRAWN), Derived.sumOf("d", List.of("q")));
        assertRefused(
                "there is no variable q, which a target needs",
                List.of(Y),
                List.of(DRAWN, new Target("q", Engine.NORMAL, List.of())));
        assertRefused(
                "there is no variable q, which y needs",
                List.of(Y),
                List.of(new Target("y", Engine.NORMAL, List.of(), Optional.of("q"))));
        assertThatThrownBy(() -> model(List.of(Y), List.of(DRAWN)).variable("q"))
                .hasMessage("there is no variable q");
        assertThatThrownBy(() -> Derived.sumOf("d", List.of("a", "d")))
                .hasMessage("d must follow from other variables, got [a, d]");
        assertThatThrownBy(() -> Variable.complete("y", new double[] {1, Double.NaN}))
                .hasMessage("y must be finite, got NaN");
        for (int[] wrong : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}}) {
            assertThatThrownBy(() -> HoledTrial.settings(wrong[0], wrong[1], wrong[2]))
                    .hasMessage("imputations, iterations and threads must be at least 1, got " + wrong[0] + ", "
                            + wrong[1] + " and " + wrong[2]);
        }
    }

    private static final String ASTRAY =
            "pay is 0 where job is 0, and known only where that is; wanted 0 and 1 that agree with it";

    private static ImputationModel gated(double job, boolean jobKnown, double pay, boolean payKnown) {
        Variable jobs = new Variable("job", new double[] {job, 1, 0}, new boolean[] {jobKnown, true, true});
        Variable pays = new Variable("pay", new double[] {pay, 70, 0}, new boolean[] {payKnown, true, true});
        return model(
                List.of(jobs, pays),
                List.of(
                        new Target("job", Engine.LOGISTIC, List.of()),
                        new Target("pay", Engine.NORMAL, List.of(), Optional.of("job"))));
    }

    @Test
    void payMustAgreeWithTheJob() {
        assertThat(gated(1, true, 50, true).people()).isEqualTo(3);
        assertThat(gated(1, true, 0, true).people()).isEqualTo(3);
        assertThat(gated(1, true, 0, false).people()).isEqualTo(3);
        assertThat(gated(0, true, 0, true).people()).isEqualTo(3);
        assertThat(gated(0, true, 9, false).people()).isEqualTo(3);
        assertThat(gated(0, false, 0, false).people()).isEqualTo(3);
        assertThatThrownBy(() -> gated(0, true, 50, true)).hasMessage(ASTRAY);
        assertThatThrownBy(() -> gated(0, false, 50, true)).hasMessage(ASTRAY);
        Variable half = variable("job", i -> i % 3);
        Variable pay = variable("pay", i -> i % 3, 1);
        assertRefused(
                ASTRAY, List.of(half, pay), List.of(new Target("pay", Engine.NORMAL, List.of(), Optional.of("job"))));
    }

    /** One that is drawn only where another is 1 cannot settle where a third is drawn. */
    @Test
    void nothingHangsOnWhatHangsOnAnother() {
        assertRefused(
                "bonus is 0 where pay is 0, and known only where that is; wanted 0 and 1 that agree with it",
                List.of(variable("job", i -> i % 2), variable("pay", i -> i % 2, 1), variable("bonus", i -> i % 2, 1)),
                List.of(
                        new Target("pay", Engine.LOGISTIC, List.of(), Optional.of("job")),
                        new Target("bonus", Engine.LOGISTIC, List.of(), Optional.of("pay"))));
    }
}
