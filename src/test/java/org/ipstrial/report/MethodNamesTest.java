package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of methods in each language, held against the catalogue, which has the English ones. */
class MethodNamesTest {

    /** Words that begin an English name or stand for no person, and are translated like any other. */
    private static final Set<String> ORDINARY = Set.of(
            "Analysis",
            "Conditional",
            "Exact",
            "Generalised",
            "Inverse",
            "Likelihood",
            "Linear",
            "Logistic",
            "Marginal",
            "Mid",
            "Mixed",
            "Odds",
            "Permutation",
            "Random",
            "Ratio",
            "Risk",
            "Score",
            "Share",
            "Standardised",
            "Studies",
            "Test",
            "Variance",
            "Where");

    private static final Pattern PERSON = Pattern.compile("\\b[A-Z][a-z]+[A-Za-z]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The English name of every method, by key. */
    private static Map<String, String> english() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Family<?> family : Catalogue.FAMILIES) {
            family.methods().forEach(method -> {
                String before = names.put(MethodNames.key(family, method), method.name());
                assertThat(before).as("a second " + method.id()).isNull();
            });
        }
        return names;
    }

    private static List<String> adjustments() {
        return MethodsReport.adjustments().stream()
                .map(method -> MethodNames.adjustmentKey(method.id()))
                .toList();
    }

    /** The keys of a file and their names, as written there; the keys that stand twice are refused. */
    private static Map<String, String> names(Language language) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        try (InputStream in = Language.class.getResourceAsStream("methods_" + language.id() + ".properties")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" = ", 2);
                    assertThat(parts).as(line).hasSize(2);
                    assertThat(names.put(parts[0], parts[1]))
                            .as("a second " + parts[0])
                            .isNull();
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void everyMethodAndAdjustmentHasANameAndNothingElseHas(Language language) throws IOException {
        List<String> keys = new ArrayList<>(english().keySet());
        keys.addAll(adjustments());
        assertThat(names(language).keySet())
                .containsExactlyInAnyOrderElementsOf(keys)
                .hasSizeGreaterThan(190);
    }

    @Test
    void englishNamesAreThoseOfTheCatalogue() {
        MethodNames names = MethodNames.of(Language.EN);
        for (Family<?> family : Catalogue.FAMILIES) {
            family.methods()
                    .forEach(method -> assertThat(names.of(family, method)).isEqualTo(method.name()));
        }
        assertThat(names.adjustment("holm")).isEqualTo("holm");
        assertThat(Language.class.getResource("methods_en.properties")).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void pagesTakeTheNamesOfTheFile(Language language) throws IOException {
        Map<String, String> written = names(language);
        MethodNames names = Words.of(language).methods();
        for (Family<?> family : Catalogue.FAMILIES) {
            family.methods().forEach(method -> assertThat(names.of(family, method))
                    .isEqualTo(written.get(MethodNames.key(family, method))));
        }
        assertThat(names.adjustment("holm")).startsWith("Holms metod");
    }

    /** One name is one method for whoever reads it: what is alike in English is alike, what differs differs. */
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void namesAreAlikeWhereTheEnglishOnesAre(Language language) throws IOException {
        Map<String, String> names = names(language);
        Map<String, String> fromEnglish = new LinkedHashMap<>();
        Map<String, String> toEnglish = new LinkedHashMap<>();
        english().forEach((key, english) -> {
            String name = names.get(key);
            assertThat(fromEnglish.computeIfAbsent(english, any -> name))
                    .as(key)
                    .isEqualTo(name);
            assertThat(toEnglish.computeIfAbsent(name, any -> english)).as(key).isEqualTo(english);
        });
    }

    /** People keep their names and abbreviations their numbers, which no translation touches. */
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void peopleAndNumbersStay(Language language) throws IOException {
        Map<String, String> names = names(language);
        english().forEach((key, english) -> {
            assertThat(names.get(key))
                    .isNotEqualTo(english)
                    .doesNotContain("  ")
                    .doesNotContainPattern("\\s$");
            assertThat(found(NUMBER, names.get(key))).as(key).containsAll(found(NUMBER, english));
            assertThat(people(english))
                    .allSatisfy(person -> assertThat(names.get(key)).as(key).contains(person));
        });
    }

    /** Within a sentence only people have capitals; at its beginning every name has one. */
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void namesStandWithinSentencesAndBeginThem(Language language) throws IOException {
        Map<String, String> names = names(language);
        MethodNames methods = MethodNames.of(language);
        english().forEach((key, english) -> {
            String name = names.get(key);
            boolean isPerson = people(english).stream().anyMatch(name::startsWith) || name.startsWith("(N ");
            assertThat(name).matches(isPerson ? "[\\p{Lu}(].*" : "\\p{Ll}.*");
            assertThat(methods.beginning(name)).matches("[\\p{Lu}(].*").isEqualToIgnoringCase(name);
            assertThat(MethodNames.of(Language.EN).beginning(english)).isEqualTo(english);
        });
    }

    private static Set<String> people(String english) {
        Set<String> people = found(PERSON, english);
        people.removeAll(ORDINARY);
        return people;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
