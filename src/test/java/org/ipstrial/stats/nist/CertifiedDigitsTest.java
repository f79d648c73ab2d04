package org.ipstrial.stats.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.stats.nist.CertifiedSet.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NIST's Statistical Reference Datasets: of every certified number at least fourteen of its fifteen digits. Twenty sets
 * follow from a formula and are always tested; all thirty-one where NIST's files are at hand.
 */
class CertifiedDigitsTest {

    private static final Path NIST = Path.of("../shared/reference/nist");
    private static final Path PAGE = Path.of("src/site/markdown/accuracy.md");
    private static final double WANTED = 14;
    private static final double MOST = 15;

    private static final Map<Kind, List<String>> SETS = Map.of(
            Kind.UNIVARIATE,
            List.of("PiDigits", "Lottery", "Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"),
            Kind.ANOVA,
            List.of(
                    "SiRstv", "SmLs01", "SmLs02", "SmLs03", "AtmWtAg", "SmLs04", "SmLs05", "SmLs06", "SmLs07", "SmLs08",
                    "SmLs09"),
            Kind.LINEAR,
            List.of(
                    "Norris",
                    "Pontius",
                    "NoInt1",
                    "NoInt2",
                    "Filip",
                    "Longley",
                    "Wampler1",
                    "Wampler2",
                    "Wampler3",
                    "Wampler4",
                    "Wampler5"));

    private static final Map<Kind, Integer> NUMBERS = Map.of(Kind.UNIVARIATE, 3, Kind.ANOVA, 9);

    static List<CertifiedSet> made() {
        return MadeSets.all();
    }

    static List<CertifiedSet> files() {
        return Stream.of(Kind.values())
                .flatMap(kind -> SETS.get(kind).stream().map(name -> CertifiedSet.read(NIST, kind, name)))
                .toList();
    }

    @Test
    void twentySetsFollowFromAFormula() {
        assertThat(made()).hasSize(20).allSatisfy(set -> assertThat(set.certified())
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("made")
    void reachesFourteenDigitsOfEachCertifiedNumber(CertifiedSet set) {
        reaches(set);
    }

    @Test
    void reachesFourteenDigitsOfEachNumberOfNistsFiles() {
        assumeTrue(Files.isDirectory(NIST), "the NIST data are not here");
        assertThat(files()).hasSize(31).allSatisfy(CertifiedDigitsTest::reaches);
    }

    @Test
    void theFormulasGiveNistsData() {
        assumeTrue(Files.isDirectory(NIST), "the NIST data are not here");
        assertThat(made()).allSatisfy(set -> {
            CertifiedSet file = CertifiedSet.read(NIST, set.kind(), set.name());
            assertThat(set.certified()).isEqualTo(file.certified());
            assertThat(set.rows()).hasSameSizeAs(file.rows());
            for (int column = 0; column < file.rows().get(0).size(); column++) {
                assertThat(set.column(column)).containsExactly(file.column(column));
            }
        });
    }

    /** The same numbers in fractions of whole numbers, given to 25 digits: two bits of a double, where the print ends at 15. */
    @Test
    void isRightToTheLastBitOfNumbersComputedInFractions() throws IOException {
        assumeTrue(Files.isDirectory(NIST), "the NIST data are not here");
        Map<String, Double> exact = InFractions.read(NIST.resolve("certified.json"));
        assertThat(exact).hasSize(214);
        Map<String, Double> reached = new TreeMap<>();
        files().forEach(set ->
                Reached.of(set).forEach((number, value) -> reached.put(set.name() + " " + number, value)));
        assertThat(exact).allSatisfy((name, value) -> assertThat(Math.abs(reached.get(name) - value))
                .as(name)
                .isLessThanOrEqualTo(4.5e-16 * Math.abs(value)));
    }

    /** The table of the page on accuracy, of the sets that are at hand. */
    @Test
    void thePageTellsTheDigitsThatAreReached() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        List<CertifiedSet> sets = Files.isDirectory(NIST) ? files() : made();
        assertThat(page.lines().toList())
                .containsAll(sets.stream().map(CertifiedDigitsTest::line).toList());
    }

    private static void reaches(CertifiedSet set) {
        Map<String, Double> reached = Reached.of(set);
        List<String> missed = new ArrayList<>();
        set.certified().forEach((number, certified) -> {
            assertThat(reached).as(set.name()).containsKey(number);
            if (digits(reached.get(number), certified) < WANTED) {
                missed.add(number + " is " + reached.get(number) + ", certified " + certified);
            }
        });
        assertThat(missed).as(set.name()).isEmpty();
        int numbers = NUMBERS.getOrDefault(
                set.kind(),
                9
                        + 2
                                * (int) reached.keySet().stream()
                                        .filter(name -> name.startsWith("b"))
                                        .count());
        assertThat(set.certified()).as(set.name()).hasSize(numbers);
        assertThat(reached).as(set.name()).hasSize(numbers);
    }

    private static String line(CertifiedSet set) {
        Map<String, Double> reached = Reached.of(set);
        return switch (set.kind()) {
            case UNIVARIATE ->
                row(set, least(set, reached, "mean"), least(set, reached, "sd"), least(set, reached, "r1"));
            case ANOVA ->
                row(
                        set,
                        least(set, reached, "f"),
                        least(set, reached, "ss|ms"),
                        least(set, reached, "r2"),
                        least(set, reached, "sd"));
            case LINEAR ->
                row(
                        set,
                        least(set, reached, "b"),
                        least(set, reached, "se"),
                        least(set, reached, "sd"),
                        least(set, reached, "r2"),
                        least(set, reached, "f"),
                        least(set, reached, "ss|ms"));
        };
    }

    private static String row(CertifiedSet set, double... digits) {
        return Arrays.stream(digits)
                // Down to the tenth: the page promises no digit that is not there.
                .mapToObj(d -> String.format(Locale.ROOT, "%.1f", Math.floor(d * 10) / 10))
                .collect(Collectors.joining(" | ", "| " + set.name() + " | ", " |"));
    }

    private static double least(CertifiedSet set, Map<String, Double> reached, String names) {
        return set.certified().entrySet().stream()
                .filter(entry -> entry.getKey().matches("(" + names + ")(\\d*|Model|Residual)")
                        || entry.getKey().equals(names))
                .mapToDouble(entry -> digits(reached.get(entry.getKey()), entry.getValue()))
                .min()
                .orElseThrow();
    }

    /** The log relative error, at most 15; of a certified zero or infinity, whether it is that to the bit. */
    private static double digits(double got, double certified) {
        if (got == certified) {
            return MOST;
        }
        if (certified == 0 || Double.isInfinite(certified)) {
            return 0;
        }
        return Math.min(MOST, -StrictMath.log10(Math.abs(got - certified) / Math.abs(certified)));
    }
}
