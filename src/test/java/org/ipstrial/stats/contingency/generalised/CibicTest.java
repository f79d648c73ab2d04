package org.ipstrial.stats.contingency.generalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ipstrial.stats.TestResult;
import org.junit.jupiter.api.Test;

/**
 * The six scenarios of SAS's PROC FREQ that PSIAIMS/CAMIS, Comp/r-sas_cmh.qmd, prints for the CIBIC+ scores of the CDISC pilot
 * trial; p-values that it does not print are the tails of its statistics (scipy 1.17.1, chi2.sf). No R package gives all of
 * them: {@code mantelhaen.test} has no row means, and {@code vcdExtra::CMHtest} permutes its labels, errs in degrees of freedom
 * and ends with an error where strata are sparse.
 */
class CibicTest {

    private static final Path FILE = Path.of("src/test/resources/contingency/cibic.csv");
    private static final List<String> ARMS = List.of("Placebo", "Xanomeline High Dose", "Xanomeline Low Dose");
    private static final List<String> SCORES = List.of("2", "3", "4", "5", "6");
    private static final List<String> AGES = List.of("1", "2", "3");
    private static final List<String> SEXES = List.of("F", "M");

    private static final Function<Person, String> ARM = Person::arm;
    private static final Predicate<Person> EVERYBODY = person -> true;
    private static final Predicate<Person> TWO_ARMS_TO_EIGHTY = person ->
            !person.arm().equals("Xanomeline Low Dose") && !person.age().equals("3");

    private record Person(String site, String arm, String age, String race, String sex, String score) {}

    private final List<Person> people = new ArrayList<>();

    CibicTest() throws IOException {
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#") && !line.startsWith("site,")) {
                String[] cells = line.split(",");
                people.add(new Person(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
            }
        }
    }

    private StratifiedCounts counts(
            Predicate<Person> who,
            Function<Person, String> row,
            List<String> rows,
            Function<Person, String> column,
            List<String> columns,
            Function<Person, String> stratum) {
        Map<String, long[][]> tables = new TreeMap<>();
        people.stream().filter(who).forEach(person -> {
            long[][] table = tables.computeIfAbsent(stratum.apply(person), s -> new long[rows.size()][columns.size()]);
            table[rows.indexOf(row.apply(person))][columns.indexOf(column.apply(person))]++;
        });
        return new StratifiedCounts(List.copyOf(tables.values()));
    }

    private static void assertTest(TestResult got, double statistic, double tolerance, int df, double p) {
        assertThat(got.statistic().getAsDouble()).isCloseTo(statistic, within(tolerance));
        assertThat(got.df().getAsDouble()).isEqualTo(df);
        assertThat(got.pValue().ifEstimated().getAsDouble()).isCloseTo(p, within(tolerance));
    }

    private static final double FOUR_DIGITS = 0.5e-4;
    private static final double EIGHT_DIGITS = 0.5e-8;

    @Test
    void thereAre231PeopleAtSeventeenSites() {
        assertThat(people).hasSize(231);
        assertThat(people.stream().map(Person::site).distinct()).hasSize(17);
    }

    @Test
    void scenario1TwoArmsBySexWithinTwoAges() {
        StratifiedCounts counts = counts(TWO_ARMS_TO_EIGHTY, ARM, ARMS.subList(0, 2), Person::sex, SEXES, Person::age);
        assertTest(CorrelationTest.of(counts), 0.2166, FOUR_DIGITS, 1, 0.6417);
        assertTest(RowMeanScoresTest.of(counts), 0.2166, FOUR_DIGITS, 1, 0.6417);
        assertTest(GeneralAssociationTest.of(counts), 0.2166, FOUR_DIGITS, 1, 0.6417);
        // the page prints p = 0.617 beside 0.2166 on 1 degree of freedom, whose tail is 0.6417: a digit was lost there
    }

    /** The page prints 1 degree of freedom for the row means and the general association; its p = .2891 belongs to 2. */
    @Test
    void scenario2ThreeArmsBySexWithinThreeAges() {
        StratifiedCounts counts = counts(EVERYBODY, ARM, ARMS, Person::sex, SEXES, Person::age);
        assertTest(CorrelationTest.of(counts), 0.0009, FOUR_DIGITS, 1, 0.9765);
        assertTest(RowMeanScoresTest.of(counts), 2.4820, FOUR_DIGITS, 2, 0.2891);
        assertTest(GeneralAssociationTest.of(counts), 2.4820, FOUR_DIGITS, 2, 0.2891);
    }

    /** One race is one person, whose stratum says nothing; R's {@code vcdExtra} ends in NaN there. */
    @Test
    void scenario3ThreeArmsBySexWithinRace() {
        StratifiedCounts counts = counts(EVERYBODY, ARM, ARMS, Person::sex, SEXES, Person::race);
        assertTest(CorrelationTest.of(counts), 0.002787130, EIGHT_DIGITS, 1, 0.95789662);
        assertTest(RowMeanScoresTest.of(counts), 2.386069847, EIGHT_DIGITS, 2, 0.30329938);
        assertTest(GeneralAssociationTest.of(counts), 2.386069847, EIGHT_DIGITS, 2, 0.30329938);
    }

    @Test
    void scenario6TwoArmsByScoreWithinSex() {
        StratifiedCounts counts =
                counts(TWO_ARMS_TO_EIGHTY, ARM, ARMS.subList(0, 2), Person::score, SCORES, Person::sex);
        assertTest(RowMeanScoresTest.of(counts), 1.7487, FOUR_DIGITS, 1, 0.1860);
        assertTest(GeneralAssociationTest.of(counts), 8.0534, FOUR_DIGITS, 4, 0.0896);
    }

    /** Seventeen sites, some without one of the arms or with one score alone: R's {@code vcdExtra} ends with an error. */
    @Test
    void scenario9ThreeArmsByScoreWithinSite() {
        StratifiedCounts counts = counts(EVERYBODY, ARM, ARMS, Person::score, SCORES, Person::site);
        assertTest(CorrelationTest.of(counts), 0.085443119, EIGHT_DIGITS, 1, 0.77005225);
        assertTest(RowMeanScoresTest.of(counts), 2.476313667, EIGHT_DIGITS, 2, 0.28991809);
        assertTest(GeneralAssociationTest.of(counts), 7.033878442, EIGHT_DIGITS, 8, 0.53298189);
    }

    /** Ages in their order; the page's newer table has them in the order of their labels, with the numbers below. */
    @Test
    void scenario10ScoreByAgeWithinThreeArms() {
        StratifiedCounts counts = counts(EVERYBODY, Person::score, SCORES, Person::age, AGES, ARM);
        assertTest(CorrelationTest.of(counts), 1.6621, FOUR_DIGITS, 1, 0.1973);
        assertTest(RowMeanScoresTest.of(counts), 2.2980, FOUR_DIGITS, 4, 0.6811);
        assertTest(GeneralAssociationTest.of(counts), 5.730538193, EIGHT_DIGITS, 8, 0.67738613);
    }

    /** "65-80" before "&lt;65" before "&gt;80", as SAS sorts the labels. */
    @Test
    void scenario10WithTheAgesInTheOrderOfTheirLabels() {
        StratifiedCounts counts = counts(EVERYBODY, Person::score, SCORES, Person::age, List.of("2", "1", "3"), ARM);
        assertTest(CorrelationTest.of(counts), 2.738160852, EIGHT_DIGITS, 1, 0.09797747);
        assertTest(RowMeanScoresTest.of(counts), 4.407010917, EIGHT_DIGITS, 4, 0.35371641);
        assertTest(GeneralAssociationTest.of(counts), 5.730538193, EIGHT_DIGITS, 8, 0.67738613);
    }
}
