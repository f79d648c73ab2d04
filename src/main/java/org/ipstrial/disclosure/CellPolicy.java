package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;

/**
 * What is done about cells so small that they could point at a person.
 *
 * <p>What is combined over strata, and the counts of the strata, are hidden in every contrast with an arm of which anything
 * counted in any of the strata is small: {@link SmallStrata}.
 *
 * <p>With a threshold of {@code t}, a number of people from 1 to {@code t - 1} is small; nobody at all is not. An arm of
 * an outcome, within everybody or a stratum, is hidden as a whole if anything counted in it is small: its rows, those
 * assessed, missing, with the event, without it, with nothing at all, with something, or at a level of a category. With it
 * go its contrasts, from which its counts could be worked out, and as many other strata of the same column, and other arms
 * where all arms together are shown, as it takes for the rest of the total to leave at least {@code t} values possible;
 * where they do not suffice, the total is hidden too. People without a level count as a stratum that nobody prints. Where
 * several analyses or outcomes tell of people of whom the ones may be among the others, what lies between them is looked at
 * in the same way, and the smaller place is hidden. What tells of a single person is always hidden: the largest amount, the smallest unless it is shared, quartiles of fewer than
 * {@code 2 t} people.
 *
 * @param threshold the smallest number of people that is shown, or 0 where nothing is hidden
 */
public record CellPolicy(int threshold) {

    /** Nothing is hidden. */
    public static final CellPolicy NONE = new CellPolicy(0);

    /** The note of a number that is hidden. */
    public static final String NOTE = "suppressed";

    /** Refuses a negative threshold. */
    public CellPolicy {
        if (threshold < 0) {
            throw new IllegalArgumentException("threshold must be at least 0, got " + threshold);
        }
    }

    /** The table as it may leave the program, where no outcome is known to contain another. */
    public ReleasedTable release(ResultTable table) {
        return release(table, Nesting.NONE);
    }

    /**
     * The table as it may leave the program.
     *
     * @param nesting which outcomes contain which
     */
    public ReleasedTable release(ResultTable table, Nesting nesting) {
        return threshold == 0
                ? new ReleasedTable(table, List.of())
                : new Suppression(table, threshold, nesting).apply();
    }

    /**
     * Tables that leave the program together: what one of them tells is looked at with what the others tell.
     *
     * @param whole   all their results in one table
     * @param parts   the tables, whose results are those of the whole
     * @param nesting which outcomes contain which
     * @return the whole, and after it each part
     */
    public List<ReleasedTable> release(ResultTable whole, List<ResultTable> parts, Nesting nesting) {
        ReleasedTable released = release(whole, nesting);
        Map<ResultKey, Result> shown = new HashMap<>();
        released.table().results().forEach(result -> shown.put(result.key(), result));
        List<ReleasedTable> tables = new ArrayList<>(List.of(released));
        for (ResultTable part : parts) {
            List<Result> results = part.results().stream()
                    .map(result -> shown.get(result.key()))
                    .filter(Objects::nonNull)
                    .toList();
            Set<String> series = part.series().stream().map(Series::name).collect(Collectors.toSet());
            Map<String, Object> settings = new LinkedHashMap<>(part.settings());
            if (threshold > 0) {
                settings.put("min-cell", released.table().settings().get("min-cell"));
            }
            tables.add(new ReleasedTable(
                    new ResultTable(
                            part.command(),
                            part.inputs(),
                            settings,
                            part.labels(),
                            results,
                            released.table().series().stream()
                                    .filter(one -> series.contains(one.name()))
                                    .toList(),
                            part.findings()),
                    List.of()));
        }
        return tables;
    }
}
