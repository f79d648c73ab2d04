package org.ipstrial.stats.imputation.chained;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.imputation.engine.Engine;
import org.ipstrial.stats.imputation.pooling.CompletedEffects;
import org.ipstrial.stats.imputation.pooling.CompletedEstimate;
import org.ipstrial.stats.imputation.pooling.MonteCarloError;
import org.ipstrial.stats.imputation.pooling.RubinRules;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.proportion.BinomialCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The supported-work trial with holes, imputed arm by arm, against R's mice with the same models. */
class MiceAgreementTest {

    private static final Path FILE = Path.of("src/test/resources/imputation/mice.csv");
    private static final int IMPUTATIONS = 300;

    /** One pooled number of mice's, with its own Monte-Carlo error. */
    record Row(String engine, String effect, String statistic, double value, double error) {}

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("engine,"))
                .map(line -> line.split(","))
                .map(cell ->
                        new Row(cell[0], cell[1], cell[2], Double.parseDouble(cell[3]), Double.parseDouble(cell[4])));
    }

    @Test
    void hasEveryRow() throws IOException {
        assertThat(rows()).hasSize(24);
    }

    /** Both have a Monte-Carlo error, and 24 rows are looked at: their difference may be 3.5 of its errors. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void agreesWithinMonteCarloError(Row row) {
        List<CompletedEstimate> completed = completed(row);
        Function<RubinRules, OptionalDouble> number = rules -> switch (row.statistic()) {
            case "estimate" -> OptionalDouble.of(rules.estimate());
            case "std.error" -> OptionalDouble.of(rules.standardError());
            default -> rules.fractionMissing().ifEstimated();
        };
        double got = number.apply(RubinRules.of(completed)).orElseThrow();
        double error = MonteCarloError.of(completed, number).ifEstimated().orElseThrow();

        assertThat(Math.abs(got - row.value()) / Math.sqrt(error * error + row.error() * row.error()))
                .as("got %s, Monte-Carlo error %s", got, error)
                .isLessThan(3.5);
    }

    private static final Map<Engine, List<Imputation.Completed>> ARMS = new EnumMap<>(Engine.class);

    private static List<Imputation.Completed> arms(Engine engine, String outcome) {
        return ARMS.computeIfAbsent(engine, any -> Stream.of("supported work", "control")
                .map(arm -> HoledTrial.completed(
                        HoledTrial.model(arm, outcome, engine), HoledTrial.settings(IMPUTATIONS, 10, 2)))
                .toList());
    }

    private static List<CompletedEstimate> completed(Row row) {
        Engine engine = Stream.of(Engine.values())
                .filter(any -> any.id().equals(row.engine()))
                .findFirst()
                .orElseThrow();
        String outcome = engine == Engine.LOGISTIC ? "employed_1978" : "earnings_1978";
        List<Imputation.Completed> arms = arms(engine, outcome);
        return IntStream.range(0, IMPUTATIONS)
                .mapToObj(i -> ((CompletedEffects.Known) effect(
                                row.effect(),
                                arms.get(0).values(outcome, i),
                                arms.get(1).values(outcome, i)))
                        .completed())
                // mice's pool.scalar was told that the analysis has no end of degrees of freedom.
                .map(one -> CompletedEstimate.normal(one.estimate(), one.variance()))
                .toList();
    }

    private static CompletedEffects.Effect effect(String effect, double[] group, double[] reference) {
        return switch (effect) {
            case "risk-difference" -> CompletedEffects.riskDifference(table(group, reference));
            case "log-risk-ratio" -> CompletedEffects.logRiskRatio(table(group, reference));
            case "log-odds-ratio" -> CompletedEffects.logOddsRatio(table(group, reference));
            default -> CompletedEffects.meanDifference(new TwoSamples(group, reference));
        };
    }

    private static TwoByTwo table(double[] group, double[] reference) {
        return new TwoByTwo(count(group), count(reference));
    }

    private static BinomialCount count(double[] values) {
        return new BinomialCount(
                (int) Stream.of(values)
                        .flatMapToDouble(java.util.Arrays::stream)
                        .sum(),
                values.length);
    }
}
