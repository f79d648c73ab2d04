package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The table of cases of bad input, {@code cases.csv}, against the folders and tests that it names as proof. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueOfCasesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> FIXTURES = List.of("bad-input", "bad-plan", "bad-history");

    private List<CSVRecord> table;

    @BeforeAll
    void read() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                RESOURCES.resolve("bad-input/cases.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            table = parser.getRecords();
        }
    }

    @Test
    void everyCaseStandsThereOnceAndHasAProof() {
        assertThat(table.stream().map(row -> Integer.valueOf(row.get("case"))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 175).boxed().toList());
        for (CSVRecord row : table) {
            assertThat(words(row, "folders").size() + words(row, "tests").size())
                    .as("proofs of case " + row.get("case"))
                    .isPositive();
            assertThat(row.get("what")).isNotBlank();
        }
    }

    @Test
    void everyFolderThatIsNamedExistsAndEveryNumberedFolderIsNamed() throws IOException {
        Map<String, Integer> named = new TreeMap<>();
        for (CSVRecord row : table) {
            for (String folder : words(row, "folders")) {
                named.put(folder, Integer.valueOf(row.get("case")));
                assertThat(RESOURCES.resolve(folder).resolve("expect.json")).exists();
            }
        }
        Map<String, Integer> there = new TreeMap<>();
        for (String kind : FIXTURES) {
            try (Stream<Path> folders = Files.list(RESOURCES.resolve(kind))) {
                folders.map(Path::getFileName)
                        .map(Path::toString)
                        .filter(name -> name.matches("[0-9]{3}-.*") && !name.startsWith("000"))
                        .forEach(name -> there.put(kind + "/" + name, Integer.valueOf(name.substring(0, 3))));
            }
        }
        assertThat(named).isEqualTo(there);
    }

    @Test
    void everyTestThatIsNamedExists() throws ClassNotFoundException {
        List<String> absent = new ArrayList<>();
        for (CSVRecord row : table) {
            for (String test : words(row, "tests")) {
                String[] parts = test.split("#", 2);
                boolean there = Arrays.stream(
                                Class.forName("org.ipstrial." + parts[0]).getDeclaredMethods())
                        .filter(CatalogueOfCasesTest::isTest)
                        .anyMatch(method -> method.getName().equals(parts[1]));
                if (!there) {
                    absent.add(test);
                }
            }
        }
        assertThat(absent).isEmpty();
        assertThat(new TreeSet<>(table.stream()
                        .flatMap(row -> words(row, "tests").stream())
                        .toList()))
                .hasSizeGreaterThan(20);
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(name -> name.equals("Test") || name.equals("ParameterizedTest"));
    }

    private static List<String> words(CSVRecord row, String column) {
        return Stream.of(row.get(column).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
