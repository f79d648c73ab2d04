package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * The times of the arms that have anybody, as the methods take them.
 *
 * @param times   everybody, in the strata that are asked for
 * @param present the arms that have anybody, by their number in the times
 */
record TimesData(SurvivalTimes times, List<String> present) {

    /**
     * The times of some people.
     *
     * @param arms   the people of each arm, somebody in all
     * @param causes the names of the causes, none where they are not told apart
     * @throws RefusedException if the times are no decimal numbers
     */
    static TimesData of(Map<String, Cohort> arms, SurvivalRequest request, List<String> causes) {
        List<double[]> times = new ArrayList<>();
        List<double[]> entries = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        List<List<String>> strata = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        List<String> present = new ArrayList<>();
        Optional<TimeGrid> grid = request.grid();
        arms.forEach((arm, people) -> {
            if (people.size() > 0) {
                double[] own = people.amountOfEach(request.time());
                int[] events = people.eventOfEach(request.event());
                grid.ifPresent(at -> group(own, events, at));
                times.add(own);
                request.entry().ifPresent(column -> entries.add(people.amountOfEach(column)));
                List<String> named = request.cause().map(people::labelOfEach).orElse(List.of());
                List<List<String>> levels =
                        request.strata().stream().map(people::labelOfEach).toList();
                for (int i = 0; i < people.size(); i++) {
                    ends.add(events[i] == 1 && !named.isEmpty() ? cause(named.get(i), causes) : events[i]);
                    groups.add(present.size());
                    int person = i;
                    strata.add(levels.stream().map(column -> column.get(person)).toList());
                }
                request.cluster().ifPresent(column -> clusters.addAll(people.labelOfEach(column)));
                present.add(arm);
            }
        });
        double[] all = times.stream().flatMapToDouble(Arrays::stream).toArray();
        if (DecimalAmounts.of(all).isEmpty()) {
            throw RefusedException.of(FindingCode.E284, request.where());
        }
        SurvivalTimes alone = SurvivalTimes.of(all, numbers(ends), numbers(groups), numbered(strata));
        SurvivalTimes entered = request.entry().isEmpty() ? alone : alone.enteringAt(entries(entries, request));
        return new TimesData(clusters.isEmpty() ? entered : entered.inClusters(ClusterNumbers.of(clusters)), present);
    }

    private static double[] entries(List<double[]> ofArms, SurvivalRequest request) {
        double[] all = ofArms.stream().flatMapToDouble(Arrays::stream).toArray();
        if (DecimalAmounts.of(all).isEmpty()) {
            throw RefusedException.of(
                    FindingCode.E284,
                    Location.column(request.where().file(), request.entry().orElseThrow(), 0));
        }
        return all;
    }

    /** The number of a cause; one that is not told apart is the last. */
    private static int cause(String name, List<String> causes) {
        int number = 1 + causes.indexOf(name);
        return number > 0 ? number : causes.size();
    }

    /** Times in the place of which those of a grid stand; what happens after the last of it is not told. */
    private static void group(double[] times, int[] events, TimeGrid grid) {
        for (int i = 0; i < times.length; i++) {
            if (grid.endsBefore(times[i])) {
                events[i] = 0;
            }
            times[i] = grid.of(times[i]);
        }
    }

    /** A missing level is a level of its own: nobody is left out. */
    private static int[] numbered(List<List<String>> strata) {
        Map<String, Integer> numbers = new TreeMap<>();
        strata.forEach(levels -> numbers.put(levels.toString(), 0));
        int next = 0;
        for (Map.Entry<String, Integer> level : numbers.entrySet()) {
            level.setValue(next++);
        }
        return strata.stream()
                .mapToInt(levels -> numbers.get(levels.toString()))
                .toArray();
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
