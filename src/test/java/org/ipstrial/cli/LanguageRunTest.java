package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option --language through the program: pages change with it, numbers for machines and messages do not. */
class LanguageRunTest {

    private static final String PLAN = "sample-data/supported-work/trial.yaml";
    private static final List<String> COMPARE =
            List.of("compare", Run.SUPPORTED_WORK.toString(), "--control", "control", "--outcome", "employed_1978");

    /** The inside of pages, which nobody may see. */
    private static final Pattern MARKS = Pattern.compile("[\ufdd0-\ufdef]");

    /** The names of all methods in English, none of which any other language shares. */
    private static final List<String> METHODS = Stream.concat(
                    Catalogue.FAMILIES.stream().flatMap(family -> family.methods().stream()), Adjustments.ALL.stream())
            .map(Method::name)
            .distinct()
            .toList();

    @TempDir
    Path folder;

    private static Run in(String language, List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--language", language));
        arguments.addAll(List.of(more));
        return Run.of(arguments);
    }

    /** Where decimals have commas, what stands between two numbers is something else. */
    @ParameterizedTest
    @ValueSource(strings = {"da", "sv", "nb"})
    void quartilesAreToldApart(String language) {
        String page = in(language, List.of("baseline", PLAN)).out();

        assertThat(page).containsPattern("\\d,\\d \\[\\d+,\\d; \\d+,\\d\\]").doesNotContainPattern("\\[[\\d,]+, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv", "nb"})
    void pagesAreInTheLanguage(String language) {
        for (String format : List.of("text", "markdown", "html", "latex")) {
            Run page = in(language, COMPARE, "--format", format);
            assertThat(page.exit()).as(page.err()).isZero();
            assertThat(page.out().replace("\\%", "%"))
                    .contains("95\u00a0% KI", "75,7\u00a0%")
                    .doesNotContain("75.7", "95% CI", "assessed", "Risk difference:")
                    .doesNotContainPattern(MARKS);
        }
        assertThat(in(language, COMPARE, "--format", "html").out()).contains(" lang=\"" + language + "\">");
    }

    /** The commands of English pages, whose words are checked there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare-adjusted-supported-work",
                "compare-counts-three-arms-holm",
                "compare-hypotheses",
                "compare-stratified-earnings",
                "compare-stratified-supported-work",
                "meta-published-more-markdown",
                "missing-counts",
                "rates-target",
                "subgroups-adjusted",
                "subgroups-along-age",
                "survival-adjusted"
            })
    void methodsHaveNamesOfTheLanguage(String golden) throws IOException {
        List<String> command =
                new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/golden", golden, "args")));
        command.removeAll(List.of("-q"));
        if (!command.contains("--format")) {
            command.addAll(List.of("--format", "markdown"));
        }
        Run page = in("da", command);
        assertThat(page.exit()).as(page.err()).isZero();
        assertThat(page.out()).contains("Metoder: ");
        noEnglishMethods(page.out());
    }

    private static void noEnglishMethods(String page) {
        String plain = page.replace("&#39;", "'").replace("\\", "");
        METHODS.forEach(name -> assertThat(plain).doesNotContainIgnoringCase(name));
    }

    @Test
    void numbersForMachinesAreTheSameInEveryLanguage() {
        for (String format : List.of("csv", "json")) {
            String english = in("en", COMPARE, "--format", format).out();
            for (String language : List.of("da", "sv", "nb")) {
                assertThat(in(language, COMPARE, "--format", format).out()).isEqualTo(english);
            }
        }
    }

    @Test
    void englishIsTheDefaultAndOthersAreRefused() {
        assertThat(in("en", COMPARE).out()).isEqualTo(Run.of(COMPARE).out());
        Run refused = in("fr", COMPARE);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("--language", "fr", "en, da, sv");
    }

    @Test
    void messagesStayEnglish() {
        Run run = Run.of(
                "compare",
                Run.SUPPORTED_WORK.toString(),
                "--control",
                "nobody",
                "--outcome",
                "employed_1978",
                "--language",
                "da");
        assertThat(run.exit()).isNotZero();
        assertThat(run.err())
                .isEqualTo("ipstrial: --control nobody is not an arm; the arms are control, supported work;"
                        + " give one of them [E004]\n");
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        String page = in("da", COMPARE).out();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(in("da", COMPARE).out()).isEqualTo(page);
            Locale.setDefault(Locale.forLanguageTag("sv-SE"));
            assertThat(in("da", COMPARE).out()).isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theReportTakesThePlansLanguageUnlessTheOptionSaysAnother() throws IOException {
        Path plan = folder.resolve("trial.yaml");
        Files.copy(Run.SUPPORTED_WORK, folder.resolve(Run.SUPPORTED_WORK.getFileName()));
        Files.writeString(plan, Files.readString(Path.of(PLAN)) + "\nlanguage: da\n");
        Path planned = folder.resolve("planned");
        Path given = folder.resolve("given");
        assertThat(Run.of("report", plan.toString(), "-o", planned.toString()).exit())
                .isZero();
        assertThat(in("nb", List.of("report", plan.toString(), "-o", given.toString()))
                        .exit())
                .isZero();

        assertThat(Files.readString(planned.resolve("report.txt")))
                .contains("Deltagernes forløb", "Tjekliste efter CONSORT 2025", "overladt til forfatterne")
                .doesNotContain("left to the authors")
                .doesNotContainPattern(MARKS);
        noEnglishMethods(Files.readString(planned.resolve("report.html")));
        noEnglishMethods(Files.readString(given.resolve("report.md")));
        assertThat(Files.readString(given.resolve("report.html"))).contains("lang=\"nb\"");
        assertThat(Files.readString(given.resolve("results.json")))
                .isEqualTo(Files.readString(planned.resolve("results.json")));
        assertThat(Run.of("report", plan.toString(), "--check", planned.toString())
                        .exit())
                .isZero();
    }
}
