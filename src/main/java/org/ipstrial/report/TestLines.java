package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** The tests of a contrast: what each is, its statistic with the degrees of freedom, the p-value. */
final class TestLines {

    private final Words words;
    private final Phrases phrases;
    private final String key;

    TestLines(Words words, boolean oneSided) {
        this.key = oneSided ? "test.p.one-sided" : "test.p";
        this.words = words;
        this.phrases = new Phrases(words);
    }

    /** A line for each test, an adjusted p-value behind the plain one. */
    List<Block> of(Section.Contrast contrast) {
        List<Block> lines = new ArrayList<>();
        List<Result> tests = contrast.of(Measure.TEST);
        for (Result test : tests) {
            if (Phrases.standsAlone(test)) {
                lines.add(new Block.Paragraph(line(beginning(test), test, adjusted(tests, test))));
            }
        }
        return lines;
    }

    /** The line of one test alone. */
    List<Block> of(Result test) {
        return List.of(new Block.Paragraph(text(test, true)));
    }

    /**
     * The line of one test, as words.
     *
     * @param begins whether it begins a sentence
     */
    String text(Result test, boolean begins) {
        return line(begins ? beginning(test) : phrases.method(test), test, Optional.empty());
    }

    /** The line of a test with words before its name. */
    Block of(String before, Result test, Optional<Result> adjusted) {
        return new Block.Paragraph(before + line(phrases.method(test), test, adjusted));
    }

    private String beginning(Result test) {
        return words.methods().beginning(phrases.method(test));
    }

    private String line(String name, Result test, Optional<Result> adjusted) {
        boolean plain = test.cell(Statistic.P_VALUE).isPresent();
        String p = phrases.number(
                test,
                plain ? Statistic.P_VALUE : Statistic.P_ADJUSTED,
                value -> words.get(plain ? key : key + ".adjusted", Rounding.p(value)));
        String more = adjusted.map(result -> ", "
                        + words.get(
                                "test.adjusted",
                                adjustment(result),
                                phrases.number(result, Statistic.P_ADJUSTED, Rounding::p)))
                .orElse("");
        return words.get("test", name, statistic(test) + p + more);
    }

    private String statistic(Result test) {
        return test.value(Statistic.STATISTIC)
                .map(value -> test.value(Statistic.DF)
                        .map(df -> words.get("test.statistic-df", Rounding.decimals(value, 2), degrees(df)))
                        .or(() -> test.value(Statistic.DF1)
                                .map(df -> words.get(
                                        "test.statistic-df1-df2",
                                        Rounding.decimals(value, 2),
                                        degrees(df),
                                        degrees(test.value(Statistic.DF2).orElseThrow()))))
                        .orElseGet(() -> words.get("test.statistic", Rounding.decimals(value, 2))))
                .map(text -> text + ", ")
                .orElse("");
    }

    private static Optional<Result> adjusted(List<Result> tests, Result test) {
        return tests.stream()
                .filter(other -> !Phrases.standsAlone(other)
                        && other.key().method().startsWith(test.key().method() + "+"))
                .findFirst();
    }

    private String adjustment(Result adjusted) {
        String method = adjusted.key().method();
        return words.methods().adjustment(method.substring(method.lastIndexOf('+') + 1));
    }

    private static String degrees(double df) {
        return Rounding.decimals(df, df == Math.rint(df) ? 0 : 1);
    }
}
