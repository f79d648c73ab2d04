package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of words themselves: what the program would find out only on the page that lacks a word. */
class LanguageTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** Words that some language shares with English: terms of the field, letters, names and signs. */
    private static final Set<String> ALIKE = Set.of(
            "measure.odds-ratio",
            "measure.win-odds",
            "measure.test",
            "measure.hazard-ratio",
            "hypothesis.margin",
            "strata.number",
            "strata.one",
            "adjusted.odds-ratio",
            "summary.median",
            "baseline.minus",
            "prognosis.estimate.binary",
            "plan.arm",
            "plan.baseline",
            "lock",
            "status",
            "methods.seed",
            "reconcile.check.interval",
            "reconcile.check.total",
            "missing.interval",
            "imputed.test",
            "meta.intercept",
            "meta.printed.ratio",
            "meta.residual",
            "fidelity.team",
            "fidelity.item",
            "screening.heading",
            "screening.band.mild",
            "screening.class.mild",
            "stated.kind.ordinal",
            "unit.score",
            "cause.pension");

    /** The keys of a file and their words, as written there; the keys that stand twice are refused. */
    private static Map<String, String> words(Language language) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        try (InputStream in = Language.class.getResourceAsStream("messages_" + language.id() + ".properties")) {
            assertThat(in).as("words in " + language).isNotNull();
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
            for (String line : text.split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" = ", 2);
                    assertThat(parts).as(line).hasSize(2);
                    assertThat(words.put(parts[0], parts[1].replace("\\u00a0", "\u00a0")))
                            .as("a second " + parts[0])
                            .isNull();
                }
            }
        }
        return words;
    }

    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        Matcher found = PLACE.matcher(words);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryKeyAndNoOther(Language language) throws IOException {
        assertThat(words(language).keySet())
                .containsExactlyInAnyOrderElementsOf(words(Language.EN).keySet())
                .hasSizeGreaterThan(850);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordsHaveTheSamePlaces(Language language) throws IOException {
        Map<String, String> english = words(Language.EN);
        words(language)
                .forEach((key, words) -> assertThat(places(words)).as(key).isEqualTo(places(english.get(key))));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void wordsAreTranslated(Language language) throws IOException {
        Map<String, String> english = words(Language.EN);
        words(language).forEach((key, words) -> {
            boolean hasWords = Pattern.compile("[a-z]{3}")
                    .matcher(PLACE.matcher(english.get(key)).replaceAll(""))
                    .find();
            if (hasWords && !ALIKE.contains(key)) {
                assertThat(words).as(key).isNotEqualTo(english.get(key));
            }
        });
    }

    @Test
    void whatIsAlikeIsAlikeInSomeLanguage() throws IOException {
        List<String> needless = new ArrayList<>(ALIKE);
        Map<String, String> english = words(Language.EN);
        for (Language language : Language.values()) {
            if (language != Language.EN) {
                words(language).forEach((key, words) -> {
                    if (words.equals(english.get(key))) {
                        needless.remove(key);
                    }
                });
            }
        }
        assertThat(needless).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void aPercentSignStandsApartAndNeverBeginsALine(Language language) throws IOException {
        words(language).forEach((key, words) -> {
            assertThat(words).as(key).doesNotContainPattern("[0-9}] ?%");
            assertThat(words).as(key).doesNotContain("  ");
        });
        assertThat(Words.of(language).percent(0.583)).isEqualTo("58" + Numerals.DECIMAL + "3" + language.percent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bandsOfFidelityKeepTheirScores(Language language) throws IOException {
        Map<String, String> english = words(Language.EN);
        Map<String, String> words = words(language);
        for (String scale : List.of("IPS-25", "IPS-15")) {
            assertThat(words.get("fidelity.most." + scale)).isEqualTo(english.get("fidelity.most." + scale));
            assertThat(FidelityScores.cuts(Words.of(language), scale).stream()
                            .map(TrajectoryPlot.Cut::from)
                            .toList())
                    .isEqualTo(FidelityScores.cuts(Words.of(Language.EN), scale).stream()
                            .map(TrajectoryPlot.Cut::from)
                            .toList());
        }
    }

    /** The numbers of the field stand in every language: bands, levels and years, whatever the sentence around them. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void numbersInWordsAreTheSameInEveryLanguage(Language language) throws IOException {
        Map<String, String> english = words(Language.EN);
        words(language)
                .forEach((key, words) -> assertThat(numbers(words)).as(key).isEqualTo(numbers(english.get(key))));
    }

    private static List<String> numbers(String words) {
        List<String> numbers = new ArrayList<>();
        Matcher found = Pattern.compile("[0-9]+")
                .matcher(PLACE.matcher(words.replace("1,000", "1000").replace("0,5", ""))
                        .replaceAll(""));
        while (found.find()) {
            numbers.add(found.group());
        }
        numbers.sort(null);
        return numbers;
    }
}
