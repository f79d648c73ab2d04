package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** What a plan says, on a page: the trial, its arms, its outcomes, its analyses. */
public final class PlanReport {

    private static final String OUTCOME = "outcome.";
    private static final String ANALYSIS = "analysis.";
    private static final String DOES = ".does";

    private PlanReport() {}

    /** The report of a table of {@code plan check}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, (String) table.settings().get("trial")));
        blocks.add(new Block.Paragraph(words.get("plan.sound")));
        blocks.add(arms(words, table));
        List<List<String>> outcomes = new ArrayList<>();
        List<List<String>> analyses = new ArrayList<>();
        for (Map.Entry<String, Object> setting : table.settings().entrySet()) {
            String key = setting.getKey();
            if (key.startsWith(OUTCOME)) {
                String name = key.substring(OUTCOME.length());
                outcomes.add(List.of(name, table.label(name), new Stated(words).outcome(setting.getValue())));
            } else if (key.startsWith(ANALYSIS)) {
                String id = key.substring(ANALYSIS.length(), key.length() - DOES.length());
                analyses.add(List.of(id, (String) setting.getValue()));
            }
        }
        blocks.add(
                table(List.of(words.get("plan.outcome"), words.get("plan.label"), words.get("plan.what")), outcomes));
        for (String key : List.of("randomised-within", "baseline", "report")) {
            if (table.settings().containsKey(key)) {
                blocks.add(new Block.Paragraph(
                        words.get("plan." + key, table.settings().get(key))));
            }
        }
        blocks.add(
                analyses.isEmpty()
                        ? new Block.Paragraph(words.get("plan.no-analyses"))
                        : table(List.of(words.get("plan.analysis"), words.get("plan.does")), analyses));
        blocks.addAll(hypotheses(words, table));
        return new Report(blocks);
    }

    /** The hypotheses in the order in which they are tested, where the plan lists any. */
    private static List<Block> hypotheses(Words words, ResultTable table) {
        Map<String, Object> settings = table.settings();
        if (!settings.containsKey("hypotheses.procedure")) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; settings.containsKey("hypotheses." + number); number++) {
            rows.add(List.of(
                    String.valueOf(number), new Stated(words).hypothesis(settings.get("hypotheses." + number))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.get(
                "plan.hypotheses",
                words.methods().adjustment(settings.get("hypotheses.procedure").toString()),
                settings.get("hypotheses.alpha"))));
        blocks.add(table(List.of("", words.get("hypotheses.hypothesis")), rows));
        GraphWords.of(words, table).map(GraphWords::table).ifPresent(blocks::add);
        return blocks;
    }

    private static Block arms(Words words, ResultTable table) {
        Object control = table.settings().get("control");
        List<List<String>> rows = new ArrayList<>();
        for (Result result : table.results()) {
            String arm = result.key().group();
            rows.add(List.of(
                    arm.equals(control) ? words.get("plan.control", arm) : arm,
                    new ArmTable(words).count(result, Statistic.RANDOMISED)));
        }
        return new Block.Table(
                List.of(words.get("plan.arm"), words.get("count.randomised")), List.of(Align.LEFT, Align.RIGHT), rows);
    }

    private static Block table(List<String> header, List<List<String>> rows) {
        return new Block.Table(header, header.stream().map(any -> Align.LEFT).toList(), rows);
    }
}
