package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** What the trials say together, on a page. */
public final class MetaReport {

    /** Beyond so many rows a figure is no figure any more. */
    private static final int MOST_DRAWN = 200;

    private static final int LEAST_IN_A_FUNNEL = 10;

    private final MetaWords say;
    private final MetaSentences sentences;
    private final MetaTables tables;
    private final MetaForest forest;
    private final MetaFunnel funnel;

    private MetaReport(Words words, ResultTable table) {
        this.say = new MetaWords(words, table);
        this.sentences = new MetaSentences(say);
        this.tables = new MetaTables(say);
        this.forest = new MetaForest(say);
        this.funnel = new MetaFunnel(say);
    }

    /** The report of a table of the command {@code meta}. */
    public static Report of(ReleasedTable released, Language language) {
        return new MetaReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        List<Result> pooled = say.of(MetaWords.POOLED, "", "", say.measure());
        List<Result> studies = say.table().results().stream()
                .filter(result -> result.key().measure() == say.measure()
                        && !result.key().group().equals(MetaWords.POOLED))
                .toList();
        Result first = pooled.get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, sentences.title()));
        sentences.opening(first).forEach(text -> blocks.add(new Block.Paragraph(text)));
        new MetaOwn(say).sentence(first).ifPresent(text -> blocks.add(new Block.Paragraph(text)));
        boolean drawn = studies.size() <= MOST_DRAWN;
        if (drawn) {
            blocks.add(forest.studies(studies, first));
            blocks.add(tables.studies(studies, first));
        } else {
            blocks.add(new Block.Paragraph(say.words().get("meta.many", studies.size(), MOST_DRAWN)));
        }
        new MetaShares(say).sentences(first).forEach(text -> blocks.add(new Block.Paragraph(text)));
        blocks.add(new Block.Heading(2, say.words().get("meta.methods")));
        blocks.add(tables.methods(pooled));
        blocks.addAll(new MetaOwn(say).blocks(pooled));
        blocks.addAll(subgroups(first.key().method()));
        blocks.addAll(moderators(first.key().method()));
        blocks.addAll(series("without=", "meta.without", first));
        blocks.addAll(series("through=", "meta.through", first));
        if (any(Measure.STUDENTISED_RESIDUAL)) {
            blocks.add(new Block.Heading(2, say.words().get("meta.influence")));
            blocks.add(tables.influence());
        }
        blocks.addAll(smallStudies(studies));
        blocks.add(new Block.Paragraph(sentences.closing(pooled)));
        return new Report(blocks);
    }

    private boolean any(Measure measure) {
        return say.table().results().stream().anyMatch(result -> result.key().measure() == measure);
    }

    private List<Block> subgroups(String method) {
        Optional<Result> test = say.table().results().stream()
                .filter(result -> result.key().measure() == Measure.INTERACTION_TEST)
                .findFirst();
        if (test.isEmpty()) {
            return List.of();
        }
        String column = Names.parts(test.get().key().term()).get(1);
        return List.of(
                new Block.Heading(2, say.words().get("meta.subgroups", column)),
                tables.subgroups(method),
                new Block.Paragraph(sentences.between(test.get())));
    }

    private List<Block> moderators(String method) {
        Optional<Result> test = say.table().results().stream()
                .filter(result -> result.key().measure() == Measure.MODERATOR_TEST
                        && result.key().method().equals(method))
                .findFirst();
        if (test.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Heading(2, say.words().get("meta.moderators")),
                new MetaModerators(say).table(method),
                new Block.Paragraph(sentences.moderators(test.get())));
    }

    private List<Block> series(String term, String key, Result first) {
        List<Result> effects = say.table().results().stream()
                .filter(result -> result.key().term().startsWith(term)
                        && result.key().measure() == say.measure()
                        && result.key().method().equals(first.key().method()))
                .toList();
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Block> blocks =
                new ArrayList<>(List.of(new Block.Heading(2, say.words().get(key + ".heading"))));
        blocks.add(
                effects.size() <= MOST_DRAWN
                        ? forest.series(key + ".title", key, effects, first)
                        : new Block.Paragraph(say.words().get("meta.many", effects.size(), MOST_DRAWN)));
        return blocks;
    }

    /** A funnel of few studies says too little to be drawn unless a test of it is asked for too. */
    private List<Block> smallStudies(List<Result> studies) {
        MetaSmall small = new MetaSmall(say);
        if (!small.isAskedFor() && studies.size() < LEAST_IN_A_FUNNEL) {
            return List.of();
        }
        List<Block> blocks =
                new ArrayList<>(List.of(new Block.Heading(2, say.words().get("meta.small"))));
        funnel.plot(studies).ifPresent(plot -> {
            blocks.add(plot);
            blocks.add(new Block.Paragraph(say.words().get("meta.funnel.read")));
        });
        blocks.addAll(small.blocks());
        return blocks;
    }
}
