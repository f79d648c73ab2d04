package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * What the user's own trial does to what the others say.
 *
 * @param say the words
 */
record MetaOwn(MetaWords say) {

    private static final String WITH = "own=with";
    private static final String WITHOUT = "own=without";

    /** Which trial it is, and the effect without it; nothing where there is none. */
    Optional<String> sentence(Result first) {
        Map<String, Object> settings = say.table().settings();
        if (!settings.containsKey("own")) {
            return Optional.empty();
        }
        long leftOut = (Long) settings.get("own.left-out");
        String missing = leftOut == 0
                ? say.words().get("meta.own.all")
                : say.words().get(leftOut == 1 ? "meta.own.left.one" : "meta.own.left", leftOut);
        return at(first, WITHOUT).map(without -> say.words()
                .get(
                        "meta.own",
                        settings.get("own"),
                        settings.get("own.outcome"),
                        settings.get("own.group"),
                        settings.get("own.reference"),
                        missing,
                        say.both(first),
                        say.both(without)));
    }

    /** The effect and the variance between studies with it and without it, by each method. */
    List<Block> blocks(List<Result> pooled) {
        if (!say.table().settings().containsKey("own")) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Result effect : pooled) {
            rows.add(List.of(
                    effect.key().method(),
                    both(effect, WITH),
                    tau(effect, WITH),
                    both(effect, WITHOUT),
                    tau(effect, WITHOUT)));
        }
        String tau = say.words().get("meta.tau");
        return List.of(
                new Block.Heading(
                        2,
                        say.words()
                                .get("meta.own.heading", say.table().settings().get("own"))),
                new Block.Table(
                        List.of(
                                say.words().get("meta.method"),
                                say.words().get("meta.own.with", say.level()),
                                tau,
                                say.words().get("meta.own.without", say.level()),
                                tau),
                        List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT),
                        rows));
    }

    private String both(Result effect, String term) {
        return at(effect, term).map(say::both).orElse("");
    }

    private String tau(Result effect, String term) {
        return at(effect, term)
                .flatMap(result -> say.beside(result, Measure.TAU_SQUARED))
                .flatMap(tau -> tau.value(Statistic.ESTIMATE))
                .map(MetaWords::variance)
                .orElse("");
    }

    private Optional<Result> at(Result effect, String term) {
        return say.of(MetaWords.POOLED, "", term, say.measure()).stream()
                .filter(result -> result.key().method().equals(effect.key().method()))
                .findFirst();
    }
}
