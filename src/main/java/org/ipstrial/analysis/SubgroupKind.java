package org.ipstrial.analysis;

import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.moderation.ModerationMethod;

/**
 * What subgroups are told of in one kind of outcome.
 *
 * @param <D> what is known of an arm
 */
interface SubgroupKind<D> {

    /** The rule that results go by. */
    MissingRule rule(ArmData<D> data);

    /** Counts and share or summary of every arm. */
    List<Result> arms(ResultKey base, ArmData<D> data);

    /** The scales on which effects are told. */
    List<Measure> scales();

    /** The effects on a scale. */
    List<Result> effects(Measure scale, ResultKey contrast, D group, D reference);

    /** The tests that the effect on a scale is the same at all levels. */
    List<Result> tests(Measure scale, ResultKey about, List<SubgroupLevel<D>> levels);

    /** Why a level adds nothing to those tests, if so. */
    Optional<Reason> silence(SubgroupLevel<D> level);

    /** How many people of an arm are assessed. */
    int assessed(D arm);

    /** The outcome of each of some people as a number, not a number where it is missing. */
    double[] outcomes(AdjustedPeople people);

    /** What is counted of outcomes at a value of a column. */
    Statistic counted();

    /** How the effect on a scale may change along an amount. */
    Family<ModerationMethod> moderation(Measure scale);

    /** How the effect on a scale is adjusted for covariates. */
    AdjustedScale adjusted(Measure scale);

    /** The unit of the effect on a scale. */
    Unit unit(Measure scale);

    /** How the levels of a column go with the outcome in either arm. */
    List<Result> prognosis(ResultKey base, Trial trial, String column);
}
