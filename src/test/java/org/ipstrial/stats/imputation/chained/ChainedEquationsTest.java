package org.ipstrial.stats.imputation.chained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.imputation.engine.Engine;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.Progress;
import org.junit.jupiter.api.Test;

class ChainedEquationsTest {

    private static final String CONTROL = "control";

    @Test
    void whatIsKnownStaysAndWhatIsMissingIsFilled() {
        ImputationModel model = HoledTrial.model(CONTROL, "earnings_1978", Engine.TWO_PART_MATCHING);
        Imputation.Completed completed = HoledTrial.completed(model, HoledTrial.settings(5, 3, 1));
        Variable earnings = model.variable("earnings_1978");

        assertThat(completed.imputations()).isEqualTo(5);
        for (int m = 0; m < 5; m++) {
            double[] values = completed.values("earnings_1978", m);
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isFinite();
                assertThat(earnings.known()[i] ? values[i] == earnings.values()[i] : values[i] >= 0)
                        .isTrue();
            }
        }
        assertThat(completed.values("earnings_1978", 0)).isNotEqualTo(completed.values("earnings_1978", 1));
        assertThat(completed.values("age", 0)).isEqualTo(model.variable("age").values());
    }

    @Test
    void threadsChangeNoDigit() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);

        assertThat(HoledTrial.completed(model, HoledTrial.settings(7, 3, 3)).drawn())
                .isDeepEqualTo(HoledTrial.completed(model, HoledTrial.settings(7, 3, 1))
                        .drawn());
    }

    /** The first imputations are the same however many follow. */
    @Test
    void moreImputationsLeaveTheFirstAsTheyWere() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);
        double[][][] few =
                HoledTrial.completed(model, HoledTrial.settings(2, 3, 1)).drawn();
        double[][][] many =
                HoledTrial.completed(model, HoledTrial.settings(6, 3, 1)).drawn();

        assertThat(Arrays.copyOf(many, 2)).isDeepEqualTo(few);
    }

    @Test
    void theOrderOfNamingChangesNoDigit() {
        ImputationModel model = HoledTrial.model(CONTROL, "earnings_1978", Engine.PREDICTIVE_MEAN_MATCHING);
        List<Variable> variables = new ArrayList<>(model.variables());
        Collections.reverse(variables);
        List<Target> targets = new ArrayList<>();
        for (Target target : model.targets()) {
            List<String> predictors = new ArrayList<>(target.predictors());
            Collections.reverse(predictors);
            targets.add(0, new Target(target.variable(), target.engine(), predictors));
        }
        ImputationModel turned = new ImputationModel(CONTROL, variables, targets, List.of());

        assertThat(HoledTrial.completed(turned, HoledTrial.settings(3, 4, 1)).drawn())
                .isDeepEqualTo(HoledTrial.completed(model, HoledTrial.settings(3, 4, 1))
                        .drawn());
    }

    /** mice issue 48: there a constant column, and any other that is looked at, moves every later draw. */
    @Test
    void columnsThatPredictNothingChangeNoDigit() {
        ImputationModel model = HoledTrial.model(CONTROL, "earnings_1978", Engine.PREDICTIVE_MEAN_MATCHING);
        List<Variable> variables = new ArrayList<>();
        variables.add(Variable.complete("constant", new double[model.people()]));
        variables.addAll(HoledTrial.arm(CONTROL, "employed_1978"));
        variables.addAll(model.variables());
        List<Target> targets = new ArrayList<>(model.targets());
        targets.add(0, new Target("employed_1978", Engine.LOGISTIC, List.of("age", "married")));
        ImputationModel wider = new ImputationModel(CONTROL, variables, targets, List.of());

        Imputation.Completed narrow = HoledTrial.completed(model, HoledTrial.settings(3, 4, 1));
        Imputation.Completed wide = HoledTrial.completed(wider, HoledTrial.settings(3, 4, 1));
        for (int m = 0; m < 3; m++) {
            for (String name : List.of("earnings_1978", "education_years")) {
                assertThat(wide.values(name, m)).containsExactly(narrow.values(name, m));
            }
        }
    }

    @Test
    void seedWordsAndGroupMakeOtherDraws() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);
        ImputationModel other = new ImputationModel("other", model.variables(), model.targets(), List.of());
        ImputationSettings settings = HoledTrial.settings(1, 1, 1);
        double[][][] drawn = HoledTrial.completed(model, settings).drawn();

        assertThat(HoledTrial.completed(other, settings).drawn()[0][1]).isNotEqualTo(drawn[0][1]);
        assertThat(HoledTrial.completed(model, new ImputationSettings(1, 1, 7, List.of("test"), 1, Progress.NONE))
                        .drawn()[0][1])
                .isNotEqualTo(drawn[0][1]);
        assertThat(HoledTrial.completed(model, new ImputationSettings(1, 1, 20120101, List.of("b"), 1, Progress.NONE))
                        .drawn()[0][1])
                .isNotEqualTo(drawn[0][1]);
    }

    /** Pay is drawn only for those who have, or are drawn to have, a job; the composite follows from its parts. */
    @Test
    void whatFollowsFromOthersFollowsInEveryCompletedDataSet() {
        List<Variable> variables =
                HoledTrial.arm(CONTROL, "age", "married", "education_years", "employed_1978", "earnings_1978");
        ImputationModel model = new ImputationModel(
                CONTROL,
                variables,
                List.of(
                        new Target("education_years", Engine.PREDICTIVE_MEAN_MATCHING, List.of("age", "either")),
                        new Target(
                                "earnings_1978",
                                Engine.PREDICTIVE_MEAN_MATCHING,
                                List.of("age", "education_years"),
                                Optional.of("employed_1978")),
                        new Target("employed_1978", Engine.LOGISTIC, List.of("age", "education_years"))),
                List.of(
                        Derived.anyOf("either", List.of("employed_1978", "married")),
                        Derived.sumOf("twice", List.of("earnings_1978", "earnings_1978"))));
        Imputation.Completed completed = HoledTrial.completed(model, HoledTrial.settings(10, 3, 2));

        assertThat(model.targets().stream().map(Target::variable))
                .containsExactly("education_years", "employed_1978", "earnings_1978");
        for (int m = 0; m < 10; m++) {
            double[] employed = completed.values("employed_1978", m);
            double[] earnings = completed.values("earnings_1978", m);
            double[] married = completed.values("married", m);
            double[] either = completed.values("either", m);
            double[] twice = completed.values("twice", m);
            for (int i = 0; i < employed.length; i++) {
                assertThat(earnings[i] > 0).isEqualTo(employed[i] == 1);
                assertThat(either[i]).isEqualTo(Math.max(employed[i], married[i]));
                assertThat(twice[i]).isEqualTo(2 * earnings[i]);
            }
        }
    }

    /** One variable with holes and a normal model: the pooled mean is that of the regression's predictions. */
    @Test
    void thePooledMeanIsTheRegressionEstimate() {
        Variable y = HoledTrial.arm(CONTROL, "earnings_1978").get(0);
        Variable x = HoledTrial.arm(CONTROL, "age").get(0);
        ImputationModel model = new ImputationModel(
                CONTROL, List.of(x, y), List.of(new Target("earnings_1978", Engine.NORMAL, List.of("age"))), List.of());
        Imputation.Completed completed = HoledTrial.completed(model, HoledTrial.settings(2000, 1, 2));
        double[] means = IntStream.range(0, 2000)
                .mapToDouble(m -> Arrays.stream(completed.values("earnings_1978", m))
                        .average()
                        .orElseThrow())
                .toArray();
        double mean = Arrays.stream(means).average().orElseThrow();
        double error =
                Math.sqrt(Arrays.stream(means).map(v -> (v - mean) * (v - mean)).sum() / 1999 / 2000);

        assertThat(mean).isCloseTo(regressionEstimate(x, y), within(3 * error));
        assertThat(error).isPositive();
    }

    private static double regressionEstimate(Variable x, Variable y) {
        int[] known =
                IntStream.range(0, y.values().length).filter(i -> y.known()[i]).toArray();
        double mx =
                Arrays.stream(known).mapToDouble(i -> x.values()[i]).average().orElseThrow();
        double my =
                Arrays.stream(known).mapToDouble(i -> y.values()[i]).average().orElseThrow();
        double sxy = Arrays.stream(known)
                .mapToDouble(i -> (x.values()[i] - mx) * y.values()[i])
                .sum();
        double sxx = Arrays.stream(known)
                .mapToDouble(i -> (x.values()[i] - mx) * (x.values()[i] - mx))
                .sum();
        return IntStream.range(0, y.values().length)
                .mapToDouble(i -> y.known()[i] ? y.values()[i] : my + sxy / sxx * (x.values()[i] - mx))
                .average()
                .orElseThrow();
    }

    @Test
    void tracesTellMeanAndSpreadOfWhatWasDrawn() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);
        Imputation.Completed completed = HoledTrial.completed(model, HoledTrial.settings(3, 4, 1));
        Trace last = completed.traces().get(1);
        double[] drawn = completed.drawn()[2][1];

        assertThat(completed.traces()).extracting(Trace::variable).containsExactly("education_years", "employed_1978");
        assertThat(last.mean()).hasDimensions(3, 4);
        assertThat(last.mean()[2][3]).isEqualTo(Arrays.stream(drawn).average().orElseThrow());
        assertThat(last.sd()[2][3]).isPositive();
    }

    @Test
    void oneMissingValueHasNoSpread() {
        boolean[] known = new boolean[30];
        Arrays.fill(known, 1, 30, true);
        double[] y = IntStream.range(0, 30).mapToDouble(i -> i % 7).toArray();
        ImputationModel model = new ImputationModel(
                "all",
                List.of(new Variable("y", y, known)),
                List.of(new Target("y", Engine.NORMAL, List.of())),
                List.of());
        Trace trace = HoledTrial.completed(model, HoledTrial.settings(2, 2, 1))
                .traces()
                .get(0);

        assertThat(trace.sd()[0]).containsOnly(Double.NaN);
        assertThat(trace.mean()[0][0]).isFinite();
    }

    @Test
    void nothingMissingIsNothingDrawn() {
        ImputationModel model = new ImputationModel(
                "all",
                List.of(Variable.complete("y", new double[] {3, 4})),
                List.of(new Target("y", Engine.NORMAL, List.of())),
                List.of());
        Imputation.Completed completed = HoledTrial.completed(model, HoledTrial.settings(2, 2, 1));

        assertThat(completed.values("y", 1)).containsExactly(3, 4);
        assertThat(completed.traces()).isEmpty();
    }

    @Test
    void perfectPredictionIsCounted() {
        double[] x = IntStream.range(0, 40).asDoubleStream().toArray();
        double[] y = Arrays.stream(x).map(v -> v < 20 ? 0 : 1).toArray();
        boolean[] known = new boolean[40];
        Arrays.fill(known, true);
        known[3] = false;
        known[33] = false;
        ImputationModel model = new ImputationModel(
                "all",
                List.of(Variable.complete("x", x), new Variable("y", y, known)),
                List.of(new Target("y", Engine.LOGISTIC, List.of("x"))),
                List.of());

        assertThat(HoledTrial.completed(model, HoledTrial.settings(4, 3, 2)).augmented())
                .containsExactly(java.util.Map.entry("y", 12));
    }

    @Test
    void constantAndCollinearPredictorsAreNamed() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);
        double[] twice = Arrays.stream(model.variable("age").values())
                .map(age -> 2 * age + 1)
                .toArray();

        assertThat(refusedWith(model, Variable.complete("constant", new double[model.people()])))
                .isEqualTo(new Imputation.Refused(
                        Reason.COLLINEAR_COVARIATES,
                        CONTROL,
                        "employed_1978",
                        List.of(new Aliased("constant", List.of(DesignMatrix.INTERCEPT)))));
        assertThat(refusedWith(model, Variable.complete("twice", twice)))
                .isEqualTo(new Imputation.Refused(
                        Reason.COLLINEAR_COVARIATES,
                        CONTROL,
                        "employed_1978",
                        List.of(new Aliased("twice", List.of(DesignMatrix.INTERCEPT, "age")))));
    }

    /** Holes that are filled at random would hide that one column is another one. */
    @Test
    void collinearPredictorsWithHolesAreNamed() {
        ImputationModel model = HoledTrial.model(CONTROL, "employed_1978", Engine.LOGISTIC);
        Variable education = model.variable("education_years");
        Variable copy = new Variable("copy", education.values(), education.known());
        List<Variable> variables = new ArrayList<>(model.variables());
        variables.add(copy);
        ImputationModel doubled = new ImputationModel(
                CONTROL,
                variables,
                List.of(
                        new Target("employed_1978", Engine.LOGISTIC, List.of("education_years", "copy")),
                        new Target("education_years", Engine.NORMAL, List.of("age")),
                        new Target("copy", Engine.NORMAL, List.of("age"))),
                List.of());

        assertThat(ChainedEquations.of(doubled, HoledTrial.settings(2, 2, 1)))
                .isEqualTo(new Imputation.Refused(
                        Reason.COLLINEAR_COVARIATES,
                        CONTROL,
                        "employed_1978",
                        List.of(new Aliased("education_years", List.of("copy")))));
    }

    @Test
    void valuesThatAreAllAlikeAreRefused() {
        ImputationModel model = new ImputationModel(
                "all",
                List.of(new Variable("y", new double[] {1, 1, 0}, new boolean[] {true, true, false})),
                List.of(new Target("y", Engine.LOGISTIC, List.of())),
                List.of());

        assertThat(ChainedEquations.of(model, HoledTrial.settings(2, 2, 1)))
                .isEqualTo(new Imputation.Refused(Reason.NO_VARIANCE, "all", "y", List.of()));
    }

    @Test
    void tooFewPeopleForTheColumnsAreRefused() {
        double[] x = {1, 2, 4};
        ImputationModel model = new ImputationModel(
                "all",
                List.of(
                        Variable.complete("x", x),
                        new Variable("y", new double[] {1, 2, 0}, new boolean[] {true, true, false})),
                List.of(new Target("y", Engine.NORMAL, List.of("x"))),
                List.of());

        assertThat(ChainedEquations.of(model, HoledTrial.settings(2, 2, 2)))
                .isEqualTo(new Imputation.Refused(Reason.NO_RESIDUAL_DF, "all", "y", List.of()));
    }

    @Test
    void impossibleModelsAreRefused() {
        Variable y = new Variable("y", new double[] {1, 2}, new boolean[] {true, false});
        Variable z = Variable.complete("z", new double[] {1, 0});
        assertThatThrownBy(() -> new ImputationModel("all", List.of(y), List.of(), List.of()))
                .hasMessage("y has missing values and must be drawn in one way, got 0");
        assertThatThrownBy(() -> new ImputationModel("all", List.of(z, z), List.of(), List.of()))
                .hasMessage("each variable must have a name of its own, got [z, z]");
        assertThatThrownBy(() -> new Target("y", Engine.NORMAL, List.of("y")))
                .hasMessage("y cannot be drawn from itself");
        assertThatThrownBy(() -> new Target("y", Engine.NORMAL, List.of("z"), Optional.of("z")))
                .hasMessage("y is drawn only where z is 1, so that it cannot be drawn from it as well");
        assertThatThrownBy(() -> new ImputationModel(
                        "all", List.of(y), List.of(new Target("y", Engine.NORMAL, List.of("x"))), List.of()))
                .hasMessage("there is no variable x, which y needs");
        assertThatThrownBy(() -> new ImputationModel(
                        "all",
                        List.of(new Variable("y", new double[] {3, 2}, new boolean[] {true, false})),
                        List.of(new Target("y", Engine.LOGISTIC, List.of())),
                        List.of()))
                .hasMessage("y has a value that the engine logistic does not take, got 3.0");
        Variable pay = new Variable("pay", new double[] {0, 5}, new boolean[] {false, true});
        assertThatThrownBy(() -> new ImputationModel(
                        "all",
                        List.of(pay, z),
                        List.of(new Target("pay", Engine.NORMAL, List.of(), Optional.of("z"))),
                        List.of()))
                .hasMessage("pay is 0 where z is 0, and known only where that is; wanted 0 and 1 that agree with it");
        assertThatThrownBy(() -> Derived.anyOf("d", List.of()))
                .hasMessage("d must follow from other variables, got []");
        assertThatThrownBy(() -> new Variable("y", new double[2], new boolean[1]))
                .hasMessage("y must have as many values as marks, got 2 and 1");
        assertThatThrownBy(() -> HoledTrial.settings(0, 1, 1))
                .hasMessage("imputations, iterations and threads must be at least 1, got 0, 1 and 1");
    }

    private static Imputation refusedWith(ImputationModel model, Variable more) {
        List<Variable> variables = new ArrayList<>(model.variables());
        variables.add(more);
        List<Target> targets = new ArrayList<>();
        for (Target target : model.targets()) {
            List<String> predictors = new ArrayList<>(target.predictors());
            if (target.variable().equals("employed_1978")) {
                predictors.add(more.name());
            }
            targets.add(new Target(target.variable(), target.engine(), predictors));
        }
        return ChainedEquations.of(
                new ImputationModel(CONTROL, variables, targets, List.of()), HoledTrial.settings(2, 2, 1));
    }
}
