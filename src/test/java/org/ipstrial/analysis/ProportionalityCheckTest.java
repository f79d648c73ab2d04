package org.ipstrial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.resampling.Progress;
import org.junit.jupiter.api.Test;

/** The check of an outcome whose model has no covariates, whose results have no term. */
class ProportionalityCheckTest {

    private static final List<String> ARMS = List.of("no", "yes");

    private static AdjustedData without(String outcome) {
        int[] arm =
                Arrays.stream(Birthwt.column("smoke")).mapToInt(s -> (int) s).toArray();
        return AdjustedData.of(Birthwt.column(outcome), arm, ARMS, List.of(), new double[0][]);
    }

    private static AnalysisSettings settings(MethodSelection methods) {
        return new AnalysisSettings(
                0.95,
                methods,
                1,
                99,
                1,
                QuantileType.R7,
                true,
                Optional.empty(),
                false,
                false,
                Hypothesis.NO_DIFFERENCE,
                Unit.NONE,
                Progress.NONE);
    }

    private static ResultKey key(String group, String reference) {
        return new ResultKey(
                "compare", "all-rows", "none-missing", "y", "", group, reference, "", "", Measure.COUNT, "");
    }

    /** R 4.2.2: Brant's formulas by glm.fit at each cut, and exp of its coefficient. */
    @Test
    void needsNoCovariatesAndNoTerm() {
        ProportionalityCheck check =
                ProportionalityCheck.of(Optional.of(without("visits")), settings(MethodSelection.DEFAULTS), true);
        List<Result> tests = check.tests(key("", ""));
        assertThat(tests).hasSize(1);
        assertThat(tests.get(0).key()).isEqualTo(key("", "").of(Measure.TEST, "brant"));
        assertThat(tests.get(0).value(Statistic.STATISTIC).orElseThrow()).isCloseTo(4.928275121107, within(1e-11));

        List<Result> cuts = check.cuts(key("yes", "no"));
        assertThat(cuts.stream().map(cut -> cut.key().term())).containsExactly("cut=0", "cut=1", "cut=2");
        assertThat(cuts)
                .allMatch(cut -> cut.key().measure() == Measure.CONDITIONAL_ODDS_RATIO
                        && cut.key().method().equals("logistic"));
        // 29 of 74 who smoked had a visit, and 60 of 115 others.
        assertThat(cuts.get(0).value(Statistic.ESTIMATE).orElseThrow()).isCloseTo(29 * 55 / (45.0 * 60), within(1e-12));
        assertThat(check.cuts(key("no", "yes")).get(0).value(Statistic.ESTIMATE).orElseThrow())
                .isCloseTo(45 * 60 / (29.0 * 55), within(1e-12));
    }

    @Test
    void comesOnlyWhereItIsAskedFor() {
        ProportionalityCheck none =
                ProportionalityCheck.of(Optional.of(without("visits")), settings(MethodSelection.DEFAULTS), false);
        assertThat(none.tests(key("", ""))).isEmpty();
        assertThat(none.cuts(key("yes", "no"))).isEmpty();
        ProportionalityCheck named = ProportionalityCheck.of(
                Optional.of(without("visits")),
                settings(MethodSelection.of(List.of("brant"), Compare.measures())),
                false);
        assertThat(named.tests(key("", ""))).hasSize(1);
        assertThat(named.cuts(key("yes", "no"))).hasSize(3);
    }

    @Test
    void saysThatThereIsNothingToModelOrOneCut() {
        AnalysisSettings settings = settings(MethodSelection.DEFAULTS);
        assertThat(ProportionalityCheck.of(Optional.empty(), settings, true)
                        .tests(key("", ""))
                        .get(0)
                        .cells()
                        .get(Statistic.P_VALUE)
                        .note())
                .isEqualTo("no-variance");
        ProportionalityCheck one = ProportionalityCheck.of(Optional.of(without("low")), settings, true);
        assertThat(one.tests(key("", "")).get(0).cells().get(Statistic.P_VALUE).note())
                .isEqualTo("fewer-than-two-cuts");
        assertThat(one.cuts(key("yes", "no"))).isEmpty();
    }

    @Test
    void anArmThatIsNotInTheModelHasNoOddsRatio() {
        ProportionalityCheck check =
                ProportionalityCheck.of(Optional.of(without("visits")), settings(MethodSelection.DEFAULTS), true);
        assertThat(check.cuts(key("perhaps", "no"))
                        .get(0)
                        .cells()
                        .get(Statistic.ESTIMATE)
                        .note())
                .isEqualTo("nobody-assessed-in-group");
    }
}
