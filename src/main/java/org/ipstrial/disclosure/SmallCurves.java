package org.ipstrial.disclosure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;

/**
 * The arms whose curves may not be shown.
 *
 * <p>Of a curve every step tells how many had the event, every number at risk how many left, and the digits of a share, a
 * mean, a test or a hazard ratio tell both. So times are grouped before anything is computed of them, at times that the user
 * gives and not the data: all that is printed then follows from how many people of each arm left in each interval, and how
 * (the series {@code left}). An arm in which any of these numbers is small is hidden as a whole: its rows and its curves,
 * the comparisons with it, and what is about all arms. An arm of which they are not known is hidden as well. Nothing is
 * released of how hazard ratios go with time, where each number is of one event.
 */
final class SmallCurves {

    private static final String COMMAND = "survival";
    private static final String LEFT = "left;";
    private static final String TIME = "time";

    private final boolean curves;
    private final Set<String> shown = new HashSet<>();
    private final boolean any;

    SmallCurves(ResultTable table, int threshold) {
        this.curves = table.command().equals(COMMAND);
        for (Series series : table.series()) {
            // The names of an analysis and its outcome may come first.
            int at = (";" + series.name()).indexOf(";" + LEFT);
            if (at >= 0 && !isSmall(series, threshold)) {
                shown.add(series.name().substring(at + LEFT.length()));
            }
        }
        this.any = curves
                && table.results().stream()
                        .map(result -> result.key().group())
                        .anyMatch(arm -> !arm.isEmpty() && !isShown(arm));
    }

    private static boolean isSmall(Series series, int threshold) {
        return series.columns().entrySet().stream()
                .filter(column -> !column.getKey().equals(TIME))
                .map(Map.Entry::getValue)
                .flatMapToDouble(Arrays::stream)
                .anyMatch(people -> Counted.isSmall((long) people, threshold));
    }

    private boolean isShown(String arm) {
        return shown.contains(Names.pair("arm", arm));
    }

    /** Whether a result is of an arm that is hidden, compared with one, or of all arms and so of one. */
    boolean hides(Result result) {
        String group = result.key().group();
        String reference = result.key().reference();
        return curves && (group.isEmpty() ? any : !isShown(group) || !reference.isEmpty() && !isShown(reference));
    }

    /** The series without those of arms that are hidden. */
    List<Series> released(List<Series> series) {
        return curves
                ? series.stream()
                        .filter(one -> !Names.isHazardTrend(one.name()))
                        .filter(one -> shown.stream().anyMatch(arm -> isOf(one, arm)))
                        .toList()
                : series;
    }

    /** Whether a series is of an arm: its pair ends the name, or another pair follows. */
    private static boolean isOf(Series series, String arm) {
        return series.name().endsWith(";" + arm) || series.name().contains(";" + arm + ";");
    }
}
