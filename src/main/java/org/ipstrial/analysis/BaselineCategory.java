package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.CategoryCounts;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.balance.LevelCounts;
import org.ipstrial.stats.balance.LevelDifference;
import org.ipstrial.stats.balance.YesNoDifference;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * A category at the start.
 *
 * @param covariate which one
 */
record BaselineCategory(Covariate covariate) implements BaselineCovariate<CategoryCounts> {

    @Override
    public CategoryCounts of(Cohort people) {
        return people.category(covariate.column(), covariate.levels());
    }

    @Override
    public int missing(CategoryCounts people) {
        return people.missing();
    }

    @Override
    public int assessed(CategoryCounts people) {
        return people.assessed();
    }

    @Override
    public List<Result> summary(ResultKey key, CategoryCounts people) {
        List<Result> results = new ArrayList<>();
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(people.rows()));
        cells.put(Statistic.ASSESSED, Cell.count(people.assessed()));
        cells.put(Statistic.MISSING, Cell.count(people.missing()));
        results.add(new Result(key.of(Measure.COUNT, ""), cells, ""));
        for (int i = 0; i < covariate.levels().size(); i++) {
            ResultKey about =
                    key.withTerm(Names.pair("level", covariate.levels().get(i)));
            int count = people.levels()[i];
            results.add(new Result(about.of(Measure.COUNT, ""), Map.of(Statistic.EVENTS, Cell.count(count)), ""));
            results.add(new Result(
                    about.of(Measure.PROPORTION, ""), Map.of(Statistic.ESTIMATE, share(count, people.assessed())), ""));
        }
        return results;
    }

    private static Cell share(int count, int assessed) {
        return assessed == 0
                ? Results.cell(Quantity.notEstimable(Reason.NOBODY_ASSESSED), Unit.PROPORTION)
                : Cell.of((double) count / assessed, Unit.PROPORTION);
    }

    @Override
    public Quantity standardised(CategoryCounts group, CategoryCounts reference) {
        if (!covariate.isYesNo()) {
            return LevelDifference.of(new LevelCounts(group.levels(), reference.levels()));
        }
        int yes = covariate.levels().indexOf(covariate.event());
        return YesNoDifference.of(
                TwoByTwo.of(group.levels()[yes], group.assessed(), reference.levels()[yes], reference.assessed()));
    }
}
