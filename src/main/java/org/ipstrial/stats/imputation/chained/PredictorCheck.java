package org.ipstrial.stats.imputation.chained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;

/**
 * Looks at what is known, before anything is drawn: a variable whose known values are all alike has nothing to draw from,
 * and predictors that are constant, or combinations of others among the people who have them all, are named. Filling at
 * random would hide the latter.
 */
final class PredictorCheck {

    private PredictorCheck() {}

    /** Why a model cannot be imputed, if that can be seen at the start. */
    static Optional<Imputation.Refused> of(ImputationModel model) {
        for (Target target : model.targets()) {
            Variable variable = model.variable(target.variable());
            if (variable.missing() == 0) {
                continue;
            }
            if (alike(variable, target, model)) {
                return Optional.of(
                        new Imputation.Refused(Reason.NO_VARIANCE, model.group(), target.variable(), List.of()));
            }
            List<Aliased> aliased = aliased(target, model);
            if (!aliased.isEmpty()) {
                return Optional.of(
                        new Imputation.Refused(Reason.COLLINEAR_COVARIATES, model.group(), target.variable(), aliased));
            }
        }
        return Optional.empty();
    }

    private static boolean alike(Variable variable, Target target, ImputationModel model) {
        double[] values = IntStream.range(0, model.people())
                .filter(i -> variable.known()[i])
                .filter(i -> target.onlyWhere().isEmpty()
                        || model.variable(target.onlyWhere().get()).values()[i] == 1)
                .mapToDouble(i -> variable.values()[i])
                .distinct()
                .toArray();
        return values.length < 2;
    }

    private static List<Aliased> aliased(Target target, ImputationModel model) {
        List<Variable> predictors = target.predictors().stream()
                .flatMap(name -> model.variables().stream()
                        .filter(variable -> variable.name().equals(name)))
                .toList();
        List<Aliased> constant = new ArrayList<>();
        for (Variable predictor : predictors) {
            long levels = IntStream.range(0, model.people())
                    .filter(i -> predictor.known()[i])
                    .mapToDouble(i -> predictor.values()[i])
                    .distinct()
                    .limit(2)
                    .count();
            if (levels < 2) {
                constant.add(new Aliased(predictor.name(), List.of(DesignMatrix.INTERCEPT)));
            }
        }
        int[] whole = IntStream.range(0, model.people())
                .filter(i -> predictors.stream().allMatch(predictor -> predictor.known()[i]))
                .toArray();
        if (!constant.isEmpty() || whole.length <= predictors.size()) {
            return constant;
        }
        DesignMatrix design = DesignMatrix.intercept(whole.length);
        for (Variable predictor : predictors) {
            design = design.with(
                    predictor.name(),
                    Arrays.stream(whole).mapToDouble(i -> predictor.values()[i]).toArray());
        }
        return FullRank.of(design).aliased();
    }
}
