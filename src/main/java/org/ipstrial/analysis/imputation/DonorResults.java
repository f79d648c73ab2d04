package org.ipstrial.analysis.imputation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.imputation.chained.Imputation;
import org.ipstrial.stats.imputation.chained.Variable;

/** How far donors were from those who took their amounts, as results. */
final class DonorResults {

    private DonorResults() {}

    /**
     * Of each variable that was matched, how far the mean of all these people is pulled, alone and in standard errors of
     * that mean; and how many of those who lack it are predicted beyond all donors, on average over imputations.
     *
     * @param arm whom they are about
     */
    static List<Result> of(Imputation.Completed completed, ResultKey arm) {
        List<Result> results = new ArrayList<>();
        completed.donors().forEach((name, reach) -> {
            Variable variable = completed.model().variable(name);
            int people = variable.values().length;
            Moments known = Moments.of(IntStream.range(0, people)
                    .filter(i -> variable.known()[i])
                    .mapToDouble(i -> variable.values()[i])
                    .toArray());
            double pull = reach.pull() / people;
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            cells.put(Statistic.ESTIMATE, Cell.of(pull, Unit.NONE));
            cells.put(Statistic.STATISTIC, Cell.of(pull / (known.sd() / Math.sqrt(people)), Unit.NONE));
            cells.put(Statistic.MISSING, Cell.count(variable.missing()));
            ResultKey about = arm.of(Measure.DONOR_DISTANCE, "");
            results.add(new Result(about.withTerm(Names.pair("variable", name)), cells, ""));
            results.add(new Result(
                    about.withTerm(Names.pair("variable", name) + ";" + Names.pair("donors", "beyond")),
                    Map.of(Statistic.ESTIMATE, Cell.of(reach.beyond(), Unit.PEOPLE)),
                    ""));
        });
        return results;
    }
}
