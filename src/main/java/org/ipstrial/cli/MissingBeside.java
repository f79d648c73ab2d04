package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;

/**
 * What {@code missing} says of a plan's comparisons, as it stands beside them in one table. It compares again under the ids
 * of the plan's analyses, so its rows are those of analysis {@code ID/missing}. Of an outcome that nobody lacks it keeps the
 * counts alone; of components of an outcome, and of the plan's hypotheses, nothing: the whole outcome and the comparisons
 * tell of them.
 */
final class MissingBeside {

    private static final String SUFFIX = "/missing";
    private static final String COMPLETE = "none-missing";

    private final ResultTable table;
    private final Set<String> outcomes;
    private final Set<String> ids;
    private final Set<List<String>> complete = new HashSet<>();

    private MissingBeside(ResultTable table, Plan plan) {
        this.table = table;
        this.outcomes = new HashSet<>(plan.outcomeNames());
        this.ids = plan.analyses().stream()
                .map(PlannedAnalysis::id)
                .map(id -> id.value())
                .collect(Collectors.toSet());
        table.results().stream()
                .map(Result::key)
                .filter(key -> key.missingRule().equals(COMPLETE))
                .forEach(key -> complete.add(List.of(key.analysis(), key.outcome())));
        table.results().stream()
                .map(Result::key)
                .filter(key -> !key.missingRule().equals(COMPLETE)
                        && !key.missingRule().isEmpty())
                .forEach(key -> complete.remove(List.of(key.analysis(), key.outcome())));
    }

    /** The results as they stand beside the comparisons. */
    static ResultCommand.Analysed of(ResultCommand.Analysed analysed, Plan plan) {
        MissingBeside beside = new MissingBeside(analysed.table(), plan);
        return new ResultCommand.Analysed(beside.table(), analysed.namedButNotEstimable(), analysed.nesting());
    }

    private ResultTable table() {
        List<Result> results = new ArrayList<>();
        boolean any = table.results().stream()
                .map(Result::key)
                .anyMatch(key ->
                        outcomes.contains(key.outcome()) && !key.missingRule().isEmpty() && !isComplete(key));
        for (Result result : table.results()) {
            if (any && isKept(result.key())) {
                results.add(new Result(renamed(result.key()), result.cells(), result.status()));
            }
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        table.settings().forEach((name, value) -> settings.put(setting(name), value));
        return new ResultTable(
                table.command(),
                table.inputs(),
                settings,
                table.labels(),
                results,
                any
                        ? table.series().stream()
                                .filter(this::isKept)
                                .map(this::renamed)
                                .toList()
                        : List.of(),
                table.findings());
    }

    private boolean isComplete(ResultKey key) {
        return complete.contains(List.of(key.analysis(), key.outcome()));
    }

    private boolean isKept(ResultKey key) {
        if (Names.isHypothesis(key.term())) {
            return false;
        }
        if (Names.isMissingPattern(key.term()) || Names.isMissingOf(key.term())) {
            List<String> about = Names.parts(key.term());
            boolean pattern = Names.isMissingPattern(key.term());
            for (int i = 1; i < (pattern ? about.size() : 2); i += 2) {
                if (isComponent(about.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (key.missingRule().isEmpty()) {
            return true;
        }
        return outcomes.contains(key.outcome())
                && (!isComplete(key)
                        || key.measure() == Measure.COUNT
                                && key.stratum().isEmpty()
                                && key.term().isEmpty()
                                && !key.analysisSet().equals("workers-only"));
    }

    /** Components are named after the outcome that they belong to. */
    private boolean isComponent(String name) {
        return !outcomes.contains(name)
                && name.indexOf('/') > 0
                && outcomes.contains(name.substring(0, name.indexOf('/')));
    }

    private boolean isKept(Series series) {
        List<String> about = Names.parts(series.name());
        return about.size() < 4 || outcomes.contains(about.get(3));
    }

    private Series renamed(Series series) {
        String id = Names.parts(series.name()).get(1);
        String prefix = Names.pair("analysis", id);
        return new Series(
                Names.pair("analysis", named(id)) + series.name().substring(prefix.length()), series.columns());
    }

    private String named(String id) {
        String name = id + SUFFIX;
        while (ids.contains(name)) {
            name += SUFFIX;
        }
        return name;
    }

    private ResultKey renamed(ResultKey key) {
        return key.ofAnalysis(named(key.analysis()));
    }

    /** A setting that is an analysis's own is that of its new name. */
    private String setting(String name) {
        return ids.stream()
                .filter(id -> name.startsWith("analysis." + id + "."))
                .findFirst()
                .map(id -> "analysis." + named(id) + name.substring("analysis.".length() + id.length()))
                .orElse(name);
    }
}
