package org.ipstrial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** What is said of hypotheses that share their level by a graph: the graph, and of each at which level it was tested and why. */
final class GraphWords {

    /** The name of the procedure. */
    static final String PROCEDURE = "graphical";

    private static final String PREFIX = "hypotheses.";
    private static final int DIGITS = 4;
    private static final Pattern SHARE = Pattern.compile(" ([0-9.]+)(?=, |$)");

    private final Words words;
    private final Map<String, Object> settings;
    private final List<Result> results;

    private GraphWords(Words words, ResultTable table) {
        this.words = words;
        this.settings = table.settings();
        this.results = table.results();
    }

    /** The words of a table, nothing where its hypotheses have no graph. */
    static Optional<GraphWords> of(Words words, ResultTable table) {
        return PROCEDURE.equals(table.settings().get(PREFIX + "procedure"))
                ? Optional.of(new GraphWords(words, table))
                : Optional.empty();
    }

    /** The graph: what each starts with, and to whom it hands on its level. */
    Block table() {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; settings.containsKey(PREFIX + number); number++) {
            String handedOn = setting(number, "hands-on");
            rows.add(List.of(
                    String.valueOf(number),
                    setting(number, "id"),
                    Numerals.number(setting(number, "weight")),
                    handedOn.isEmpty() ? words.get("hypotheses.graph.nothing") : shares(handedOn)));
        }
        return new Block.Table(
                List.of(
                        "",
                        words.get("hypotheses.graph.id"),
                        words.get("hypotheses.graph.weight"),
                        words.get("hypotheses.graph.hands-on")),
                List.of(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT),
                rows);
    }

    /** Why a hypothesis is or is not rejected: its local level, and where that came from. */
    String why(int number, Result result, boolean rejected) {
        double level = result.value(Statistic.LOCAL_LEVEL).orElse(0.0);
        if (level == 0) {
            return words.get("why.graph.none");
        }
        List<String> parts = new ArrayList<>();
        part(Names.hypothesis(number, "plan")).ifPresent(own -> parts.add(words.get("why.graph.own", shown(own))));
        for (int from = 1; settings.containsKey(PREFIX + from); from++) {
            Optional<Double> part = part(Names.hypothesis(number, String.valueOf(from)));
            if (part.isPresent()) {
                parts.add(words.get("why.graph.from", shown(part.get()), from));
            }
        }
        return words.get(
                "why.graph.level",
                words.get(rejected ? "why.at-most" : "why.above", words.get("why.p"), shown(level)),
                String.join(" " + words.get("and") + " ", parts));
    }

    private Optional<Double> part(String term) {
        return results.stream()
                .filter(result -> result.key().term().equals(term))
                .findFirst()
                .flatMap(result -> result.value(Statistic.LOCAL_LEVEL));
    }

    private String setting(int number, String key) {
        return settings.get(PREFIX + number + "." + key).toString();
    }

    /** The shares of others, each a name and a number. */
    private static String shares(String handedOn) {
        return SHARE.matcher(handedOn)
                .replaceAll(share -> Matcher.quoteReplacement(" " + Numerals.number(share.group(1))));
    }

    private static String shown(double level) {
        return Rounding.exact(new BigDecimal(level)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue());
    }
}
