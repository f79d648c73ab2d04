package org.ipstrial.stats.survival.hazards;

import java.util.stream.IntStream;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;

/** A test of arms in a Cox model by Efron, which may have covariates; of two arms, or of all. */
@FunctionalInterface
public interface ModelTest extends TimesTest {

    /** Tests some columns of a fit. */
    TestResult of(CoxFit fit, int... columns);

    /** Tests the arms alone. */
    @Override
    default TestResult of(SurvivalTimes times) {
        return of(ArmModel.of(times));
    }

    /** Tests two arms against each other, or all of more. */
    default TestResult of(ArmModel model) {
        return model.arms() == 2 ? ofPair(model, 0, 1) : ofAll(model);
    }

    /** Tests one arm against another. */
    default TestResult ofPair(ArmModel model, int group, int reference) {
        CoxFit.Outcome outcome = model.fit(Ties.EFRON, reference);
        return outcome.fit()
                .map(fit -> of(fit, ArmModel.column(group, reference)))
                .orElseGet(() -> TestResult.notEstimable(
                        model.reason(group, reference, outcome.reason().orElseThrow())));
    }

    /** Tests all arms together. */
    default TestResult ofAll(ArmModel model) {
        CoxFit.Outcome outcome = model.fit(Ties.EFRON, model.arms() - 1);
        return outcome.fit()
                .map(fit -> of(fit, IntStream.range(0, model.arms() - 1).toArray()))
                .orElseGet(() -> TestResult.notEstimable(outcome.reason().orElseThrow()));
    }
}
