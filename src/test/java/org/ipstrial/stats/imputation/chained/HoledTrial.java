package org.ipstrial.stats.imputation.chained;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.imputation.engine.Engine;
import org.ipstrial.stats.resampling.Progress;

/**
 * The supported-work trial with holes, made by a rule that looks at what is known: with {@code k} the number in the id,
 * both outcomes are missing where {@code 37 k mod 101 < 10 + 20 [not married] + 15 [age < 25]}, and the years of education
 * where {@code 53 k mod 101 < 15}.
 */
final class HoledTrial {

    private static final Path FILE = Path.of("src/test/resources/imputation/nsw-holed.csv");

    private HoledTrial() {}

    /** The variables of one arm. */
    static List<Variable> arm(String arm, String... names) {
        try {
            List<String> lines = Files.readAllLines(FILE);
            List<String> header = List.of(lines.get(0).split(","));
            List<String[]> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                if (cells[1].equals(arm)) {
                    rows.add(cells);
                }
            }
            List<Variable> variables = new ArrayList<>();
            for (String name : names) {
                variables.add(variable(name, rows, header.indexOf(name)));
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Variable variable(String name, List<String[]> rows, int column) {
        double[] values = new double[rows.size()];
        boolean[] known = new boolean[rows.size()];
        for (int i = 0; i < values.length; i++) {
            String cell = rows.get(i)[column];
            known[i] = !cell.equals("NA");
            values[i] = switch (cell) {
                case "yes" -> 1;
                case "no" -> 0;
                case "NA" -> Double.NaN;
                default -> Double.parseDouble(cell);
            };
        }
        return new Variable(name, values, known);
    }

    /** Age, marriage, pay before and years of education with one outcome, each predicting all others. */
    static ImputationModel model(String arm, String outcome, Engine engine) {
        List<String> covariates = List.of("age", "earnings_1975", "married");
        List<String> forOutcome = new ArrayList<>(covariates);
        forOutcome.add("education_years");
        List<String> forEducation = new ArrayList<>(covariates);
        forEducation.add(outcome);
        return new ImputationModel(
                arm,
                arm(arm, "age", "earnings_1975", "married", "education_years", outcome),
                List.of(
                        new Target(outcome, engine, forOutcome),
                        new Target("education_years", Engine.PREDICTIVE_MEAN_MATCHING, forEducation)),
                List.of());
    }

    static ImputationSettings settings(int imputations, int iterations, int threads) {
        return new ImputationSettings(imputations, iterations, 20120101, List.of("test"), threads, Progress.NONE);
    }

    static Imputation.Completed completed(ImputationModel model, ImputationSettings settings) {
        return (Imputation.Completed) ChainedEquations.of(model, settings);
    }
}
