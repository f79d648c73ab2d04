package org.ipstrial.stats.contingency.generalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.CochranMantelHaenszelTest;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.junit.jupiter.api.Test;

class GeneralisedTestsTest {

    /** The array that R fills by columns: c(12,3,7, 5,9,2, 4,4,8, 1,6,3, 2,8,4, 6,1,5, 3,3,0, 7,2,9), 3 by 4 by 2. */
    private static final StratifiedCounts THREE_BY_FOUR = new StratifiedCounts(List.of(
            new long[][] {{12, 5, 4, 1}, {3, 9, 4, 6}, {7, 2, 8, 3}},
            new long[][] {{2, 6, 3, 7}, {8, 1, 3, 2}, {4, 5, 0, 9}}));

    private static void assertTest(TestResult got, double statistic, int df, double p) {
        assertThat(got.statistic().getAsDouble()).isCloseTo(statistic, within(1e-11 * statistic));
        assertThat(got.df().getAsDouble()).isEqualTo(df);
        assertThat(got.pValue().ifEstimated().getAsDouble()).isCloseTo(p, within(1e-11));
    }

    /** R 4.2.2: mantelhaen.test(a); coin 1.4-2: cmh_test(a). */
    @Test
    void generalAssociationAgreesWithR() {
        assertTest(GeneralAssociationTest.of(THREE_BY_FOUR), 2.2615618769155, 6, 0.8941403091363);
    }

    /** R 4.2.2, coin 1.4-2: cmh_test(a, scores = list(c = 1:4)), and c = c(0, 1, 4, 10). */
    @Test
    void rowMeanScoresAgreeWithR() {
        assertTest(RowMeanScoresTest.of(THREE_BY_FOUR), 1.4770070229486, 2, 0.4778284455307);
        assertTest(
                RowMeanScoresTest.of(THREE_BY_FOUR, new double[] {0, 1, 4, 10}), 1.7558486009691, 2, 0.4156447705409);
    }

    /** R 4.2.2, coin 1.4-2: cmh_test(a, scores = list(r = 1:3, c = 1:4)), whose statistic is the root. */
    @Test
    void correlationAgreesWithR() {
        assertTest(CorrelationTest.of(THREE_BY_FOUR), 1.2082885786575 * 1.2082885786575, 1, 0.2269362801246);
    }

    @Test
    void withTwoRowsAndTwoColumnsAllAreCochranMantelHaenszel() {
        List<TwoByTwo> tables = Tables.all(3);
        for (int i = 0; i + 7 < tables.size(); i++) {
            List<Stratum> strata = List.of(Stratum.of("a", tables.get(i)), Stratum.of("b", tables.get(i + 7)));
            List<long[][]> counts = new ArrayList<>();
            strata.forEach(stratum -> counts.add(new long[][] {
                {stratum.group().get().events(), stratum.group().get().nonEvents()},
                {stratum.reference().get().events(), stratum.reference().get().nonEvents()}
            }));
            TestResult wanted = CochranMantelHaenszelTest.of(new StratifiedTables(strata), Alternative.TWO_SIDED);
            StratifiedCounts same = new StratifiedCounts(counts);
            for (TestResult got :
                    List.of(GeneralAssociationTest.of(same), RowMeanScoresTest.of(same), CorrelationTest.of(same))) {
                assertThat(got.pValue().ifEstimated().isPresent())
                        .isEqualTo(wanted.pValue().ifEstimated().isPresent());
                wanted.statistic()
                        .ifPresent(statistic -> assertThat(got.statistic().getAsDouble())
                                .as(strata.toString())
                                .isCloseTo(statistic, within(1e-9)));
            }
        }
    }

    @Test
    void rowsColumnsAndStrataThatHoldNothingTakeTheirDegreesWithThem() {
        StratifiedCounts padded = new StratifiedCounts(List.of(
                new long[][] {{5, 0, 3}, {0, 0, 0}, {2, 0, 8}}, new long[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
        StratifiedCounts bare = new StratifiedCounts(List.<long[][]>of(new long[][] {{5, 3}, {2, 8}}));
        TestResult got = GeneralAssociationTest.of(padded);
        assertThat(got.df().getAsDouble()).isEqualTo(1);
        assertThat(got.statistic().getAsDouble())
                .isCloseTo(GeneralAssociationTest.of(bare).statistic().getAsDouble(), within(1e-12));
    }

    @Test
    void saysWhyThereIsNoTest() {
        StratifiedCounts one = new StratifiedCounts(List.<long[][]>of(new long[][] {{5, 0}, {2, 0}}));
        for (TestResult test :
                List.of(GeneralAssociationTest.of(one), RowMeanScoresTest.of(one), CorrelationTest.of(one))) {
            assertThat(test.pValue()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedCounts(List.of()))
                .withMessage("wanted at least one stratum, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedCounts(List.<long[][]>of(new long[][] {{1, 2}})))
                .withMessage("wanted at least two rows and two columns, got 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedCounts(List.of(new long[][] {{1, 2}, {3, 4}}, new long[][] {{1}, {2}})))
                .withMessage("each stratum must have 2 rows and 2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedCounts(List.<long[][]>of(new long[][] {{1, -2}, {3, 4}})))
                .withMessage("a number of people must be at least 0, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowMeanScoresTest.of(THREE_BY_FOUR, new double[] {1, 2}))
                .withMessage("wanted 4 scores, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationTest.of(THREE_BY_FOUR, new double[] {1, 2}, new double[] {1, 2}))
                .withMessage("wanted 3 and 4 scores, got 2 and 2");
    }
}
