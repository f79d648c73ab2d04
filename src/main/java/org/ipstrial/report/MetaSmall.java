package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.studies.StudiesTests;
import org.ipstrial.report.Block.Align;

/**
 * What tests of small studies find, and the pooled effect with studies filled in.
 *
 * @param say the words
 */
record MetaSmall(MetaWords say) {

    private static final String FILLED = "adjustment=trim-and-fill";

    /** Whether anything was asked for. */
    boolean isAskedFor() {
        return !tests().isEmpty() || !filled().isEmpty();
    }

    /** A sentence for each test, and a table of what is filled in. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Result> tests = tests();
        tests.forEach(test -> blocks.add(new Block.Paragraph(sentence(test))));
        if (!significant().isEmpty()) {
            blocks.add(new Block.Paragraph(say.words().get("meta.small.excess.read")));
        }
        if (Stream.concat(tests.stream(), significant().stream()).anyMatch(MetaSmall::isOfFew)) {
            blocks.add(new Block.Paragraph(say.words().get("meta.small.few")));
        }
        List<Result> filled = filled();
        if (!filled.isEmpty()) {
            blocks.add(new Block.Heading(3, say.words().get("meta.fill")));
            blocks.add(new Block.Paragraph(say.words().get("meta.fill.read")));
            blocks.add(table(filled));
            if (filled.stream().anyMatch(MetaSmall::isOfFew)) {
                blocks.add(new Block.Paragraph(say.words().get("meta.fill.few")));
            }
        }
        return blocks;
    }

    private List<Result> tests() {
        return say.table().results().stream()
                .filter(result -> result.key().measure() == Measure.SMALL_STUDY_TEST)
                .toList();
    }

    private List<Result> significant() {
        return say.of(MetaWords.POOLED, "", "", Measure.SIGNIFICANT_STUDIES);
    }

    private List<Result> filled() {
        return say.of(MetaWords.POOLED, "", FILLED, say.measure());
    }

    private static boolean isOfFew(Result result) {
        return result.cell(Statistic.ESTIMATE)
                .filter(cell -> cell.note().equals("fewer-than-ten-studies"))
                .isPresent();
    }

    private String sentence(Result test) {
        String name = say.words().get("meta.small." + test.key().method());
        if (test.value(Statistic.P_VALUE).isEmpty()) {
            return name + ": "
                    + new Phrases(say.words())
                            .reason(test.cells().get(Statistic.P_VALUE).note());
        }
        if (StudiesTests.isOfSignificance(test.key().method())) {
            return say.words()
                    .get("meta.small.excess", name, number("observed", 0), number("expected", 1), MetaWords.p(test));
        }
        Optional<Double> df = test.value(Statistic.DF);
        return df.isEmpty()
                ? say.words()
                        .get(
                                "meta.small.ranks",
                                name,
                                Rounding.decimals(test.value(Statistic.ESTIMATE).orElseThrow(), 2),
                                MetaWords.p(test))
                : say.words()
                        .get(
                                "meta.small.test",
                                name,
                                Rounding.decimals(
                                        test.value(Statistic.STATISTIC).orElseThrow(), 2),
                                Rounding.decimals(df.get(), 0),
                                MetaWords.p(test));
    }

    private String number(String method, int decimals) {
        return significant().stream()
                .filter(result -> result.key().method().equals(method))
                .findFirst()
                .flatMap(result -> result.value(Statistic.ESTIMATE))
                .map(value -> Rounding.decimals(value, decimals))
                .orElseThrow();
    }

    /** By each method the effect as it is, how many studies are filled in and where, and the effect with them. */
    private Block table(List<Result> filled) {
        List<List<String>> rows = new ArrayList<>();
        for (Result effect : filled) {
            rows.add(List.of(
                    effect.key().method(),
                    say.of(MetaWords.POOLED, "", "", say.measure()).stream()
                            .filter(result ->
                                    result.key().method().equals(effect.key().method()))
                            .findFirst()
                            .map(say::both)
                            .orElse(""),
                    say.beside(effect, Measure.FILLED_STUDIES).map(this::count).orElse(""),
                    say.both(effect),
                    say.beside(effect, Measure.TAU_SQUARED)
                            .flatMap(tau -> tau.value(Statistic.ESTIMATE))
                            .map(MetaWords::variance)
                            .orElse("")));
        }
        return new Block.Table(
                List.of(
                        say.words().get("meta.method"),
                        say.words().get("meta.fill.without", say.level()),
                        say.words().get("meta.fill.studies"),
                        say.words().get("meta.fill.with", say.level()),
                        say.words().get("meta.tau")),
                List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT),
                rows);
    }

    private String count(Result count) {
        Optional<Double> value = count.value(Statistic.ESTIMATE);
        String note = count.cells().get(Statistic.ESTIMATE).note();
        if (value.isEmpty()) {
            return new Phrases(say.words()).reason(note);
        }
        String number = Rounding.decimals(value.get(), 0);
        return note.isEmpty() ? number : say.words().get("meta.fill." + note, number);
    }
}
