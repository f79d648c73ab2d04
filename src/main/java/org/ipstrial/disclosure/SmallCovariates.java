package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/**
 * The outcomes of which something is small at a level of a covariate.
 *
 * <p>One model over all arms goes into every adjusted contrast, which is printed with so many digits that counts could be
 * worked out from it. So all adjusted results of an outcome in an analysis are hidden, within everybody and every stratum,
 * as soon as anything counted in an arm is hidden, or small at a level of a covariate or among those who lack it: people, those with the
 * event or without it, with nothing or with something, at a level of the outcome. Those whom the levels of another column leave of everybody are looked
 * at as well, and those who are in one analysis and not in another of the same outcome. The counts themselves, and which
 * columns separate the outcomes, are never shown where small cells are hidden, nor are odds ratios at a cut of the outcome, or why a check of all cuts cannot be made. So it is with models of an effect along an
 * amount, which are of those of an arm who have it; where they are hidden, so are the values at which effects were asked for.
 */
final class SmallCovariates {

    private record Unit(String analysis, String outcome, String timepoint) {

        static Unit of(ResultKey key) {
            return new Unit(key.analysis(), key.outcome(), key.timepoint());
        }
    }

    private record Group(Unit unit, String arm, String stratum, String term) {}

    private static final String CHECK = "brant";

    private final int threshold;
    private final Map<Group, Counted> groups = new LinkedHashMap<>();
    private final Set<Unit> small = new HashSet<>();

    /**
     * Looks at the covariates of a table.
     *
     * @param hidden what is hidden in it already
     */
    SmallCovariates(ResultTable table, int threshold, Set<Place> hidden) {
        this.threshold = threshold;
        for (Result result : table.results()) {
            if (isCount(result)) {
                ResultKey key = result.key();
                groups.put(new Group(Unit.of(key), key.group(), key.stratum(), key.term()), Counted.ofStratum(result));
            }
        }
        groups.forEach(this::look);
        hidden.forEach(place -> small.add(new Unit(place.analysis(), place.outcome(), place.timepoint())));
        Map<Group, List<Counted>> ofColumns = new LinkedHashMap<>();
        groups.forEach((group, counted) -> {
            if (!group.stratum().isEmpty()) {
                String column = Names.parts(group.stratum()).get(0);
                ofColumns
                        .computeIfAbsent(
                                new Group(group.unit(), group.arm(), column, group.term()), any -> new ArrayList<>())
                        .add(counted);
            }
        });
        ofColumns.forEach((group, levels) -> {
            Counted whole = groups.get(new Group(group.unit(), group.arm(), "", group.term()));
            if (whole != null) {
                look(group, whole.minus(levels));
            }
        });
        groups.forEach(this::betweenAnalyses);
    }

    private void look(Group group, Counted counted) {
        if (counted.small(threshold)) {
            small.add(group.unit());
        }
    }

    /** What lies between this group and the same one of another analysis. */
    private void betweenAnalyses(Group group, Counted counted) {
        for (Map.Entry<Group, Counted> entry : groups.entrySet()) {
            Group other = entry.getKey();
            boolean same = other.unit().outcome().equals(group.unit().outcome())
                    && other.unit().timepoint().equals(group.unit().timepoint())
                    && other.arm().equals(group.arm())
                    && other.term().equals(group.term());
            boolean apart = !other.unit().analysis().equals(group.unit().analysis());
            if (same && apart && counted.mayContain(entry.getValue())) {
                look(group, counted.minus(List.of(entry.getValue())));
                look(other, counted.minus(List.of(entry.getValue())));
            }
        }
    }

    private static boolean isCount(Result result) {
        return result.key().measure() == Measure.COVARIATE_COUNT;
    }

    /** Whether a result is of a model with covariates, and hidden. */
    boolean hides(Result result) {
        return isCount(result)
                || tellsOfALevel(result)
                || (Names.isAdjusted(result.key().term()) || isAlongAnAmount(result.key()))
                        && small.contains(Unit.of(result.key()));
    }

    /** Whether it is a check that there is not, which would tell that somewhere above or below a level one arm has nobody. */
    private static boolean tellsOfALevel(Result result) {
        return result.key().measure() == Measure.TEST
                && result.key().method().equals(CHECK)
                && result.value(Statistic.P_VALUE).isEmpty();
    }

    /**
     * Whether a result is of a model of an effect along an amount: what a test by a column is about is an amount if people
     * are counted who have it. A p-value adjusted over several columns may be over such a one.
     */
    private boolean isAlongAnAmount(ResultKey key) {
        boolean overColumns =
                key.measure() == Measure.INTERACTION_TEST && key.method().indexOf('+') >= 0;
        List<String> about = Names.parts(key.term());
        return about.size() == 4
                && about.get(0).equals("by")
                && groups.keySet().stream()
                        .anyMatch(group -> group.unit().equals(Unit.of(key))
                                && (overColumns || group.term().equals(Names.pair("covariate", about.get(1)))));
    }

    /** Whether a result is hidden and its term tells an amount of somebody, so that it has no place in the table. */
    boolean tellsAnAmount(Result result) {
        return Names.isAlong(result.key().term()) && hides(result);
    }

    /**
     * Whether a result is there only because a column of a covariate is unlike others; or because somebody has an amount,
     * above which others are counted.
     */
    static boolean isTelling(Result result) {
        return result.key().measure() == Measure.COVARIATE
                || Names.isAtCut(result.key().term());
    }
}
