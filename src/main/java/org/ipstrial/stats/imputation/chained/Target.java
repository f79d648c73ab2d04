package org.ipstrial.stats.imputation.chained;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.imputation.engine.Engine;

/**
 * How the missing values of a variable are drawn.
 *
 * @param variable   its name
 * @param engine     how
 * @param predictors the variables, derived ones among them, that it is drawn from, by name
 * @param onlyWhere  a yes/no variable: where it is 0 this one is 0 and nothing is drawn, as pay is of people without a job
 */
public record Target(String variable, Engine engine, List<String> predictors, Optional<String> onlyWhere) {

    /** Puts the predictors in the order of their names, so that the order in which they were named changes no digit. */
    public Target {
        predictors = predictors.stream().sorted().distinct().toList();
        if (predictors.contains(variable)) {
            throw new IllegalArgumentException(variable + " cannot be drawn from itself");
        }
        if (onlyWhere.isPresent() && predictors.contains(onlyWhere.get())) {
            throw new IllegalArgumentException(variable + " is drawn only where " + onlyWhere.get()
                    + " is 1, so that it cannot be drawn from it as well");
        }
    }

    /** A variable that is drawn for everybody who lacks it. */
    public Target(String variable, Engine engine, List<String> predictors) {
        this(variable, engine, predictors, Optional.empty());
    }
}
