package org.ipstrial.stats.nist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ipstrial.stats.arms.AnovaTest;
import org.ipstrial.stats.arms.SeveralSamples;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Deviations;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.regression.algebra.ExtendedColumn;
import org.ipstrial.stats.regression.algebra.LeastSquares;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/** What the program gives for the certified numbers of a set, by the names of the set. */
final class Reached {

    private static final Map<String, Integer> DEGREES = Map.of(
            "Pontius", 2, "Filip", 10, "Wampler1", 5, "Wampler2", 5, "Wampler3", 5, "Wampler4", 5, "Wampler5", 5);

    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private Reached() {}

    static Map<String, Double> of(CertifiedSet set) {
        Reached reached = new Reached();
        switch (set.kind()) {
            case UNIVARIATE -> reached.univariate(set.column(0));
            case ANOVA -> reached.anova(set);
            case LINEAR -> reached.linear(set);
        }
        return reached.numbers;
    }

    private void univariate(double[] y) {
        Moments moments = Moments.of(y);
        double[] d = Deviations.of(y);
        CompensatedSum products = new CompensatedSum();
        for (int i = 1; i < d.length; i++) {
            products.addProduct(d[i - 1], d[i]);
        }
        numbers.put("mean", moments.mean());
        numbers.put("sd", moments.sd());
        numbers.put("r1", products.value() / moments.squares());
    }

    private void anova(CertifiedSet set) {
        Map<Integer, List<Double>> arms = new TreeMap<>();
        set.rows().forEach(row -> arms.computeIfAbsent(Integer.valueOf(row.get(0)), any -> new ArrayList<>())
                .add(Double.valueOf(row.get(1))));
        List<double[]> samples = arms.values().stream()
                .map(arm -> arm.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        var test = AnovaTest.of(new SeveralSamples(samples));
        double within =
                samples.stream().mapToDouble(arm -> Moments.of(arm).squares()).sum();
        double df = test.df().orElseThrow();
        double residualDf = set.rows().size() - (double) samples.size();
        numbers.put("f", test.statistic().orElseThrow());
        table(test.statistic().orElseThrow() * df * (within / residualDf), within, df, residualDf);
    }

    private void table(double model, double residual, double df, double residualDf) {
        numbers.put("ssModel", model);
        numbers.put("msModel", model / df);
        numbers.put("ssResidual", residual);
        numbers.put("msResidual", residual / residualDf);
        numbers.put("dfModel", df);
        numbers.put("dfResidual", residualDf);
        numbers.put("r2", model / (model + residual));
        numbers.put("sd", Math.sqrt(residual / residualDf));
    }

    private void linear(CertifiedSet set) {
        int first = set.name().startsWith("NoInt") ? 1 : 0;
        double[] y = set.column(0);
        double[][] columns = columns(set, first);
        if (set.name().equals("Filip")) {
            // Its powers have up to a hundred digits, which no double tells.
            regression(LeastSquares.of(powers(set), ExtendedColumn.ofDecimals(y)), first);
            return;
        }
        List<String> names =
                IntStream.range(0, columns.length).mapToObj(j -> "x" + j).toList();
        FullRank full = FullRank.of(new DesignMatrix(names, columns));
        if (!full.aliased().isEmpty()) {
            throw new IllegalStateException("columns were dropped: " + full.aliased());
        }
        regression(
                LeastSquares.of(
                        Arrays.stream(columns).map(ExtendedColumn::ofDecimals).toList(), ExtendedColumn.ofDecimals(y)),
                first);
        FittedModel fit =
                LinearModel.of(ModelData.of(full.design(), y)).ifFitted().orElseThrow();
        numbers.put("ssResidual", fit.deviance());
        numbers.put("msResidual", fit.dispersion());
        numbers.put("sd", Math.sqrt(fit.dispersion()));
        numbers.put("dfResidual", (double) fit.residualDf());
        coefficients(fit.coefficients(), fit.modelCovariance(), first);
    }

    /** Sums of squares about the mean, without an intercept about 0. */
    private void regression(LeastSquares fit, int first) {
        int p = fit.coefficients().length;
        double df = p - 1.0 + first;
        double residualDf = (double) fit.residuals().length - p;
        double model = fit.explainedSquares(1 - first);
        table(model, fit.residualSquares(), df, residualDf);
        numbers.put("f", model / df / (fit.residualSquares() / residualDf));
        double[][] factors = IntStream.range(0, p)
                .mapToObj(k -> fit.triangle().solve(unit(k, p, Math.sqrt(fit.residualSquares() / residualDf))))
                .toArray(double[][]::new);
        coefficients(fit.coefficients(), new CoefficientCovariance(factors), first);
    }

    private void coefficients(double[] b, CoefficientCovariance covariance, int first) {
        for (int j = 0; j < b.length; j++) {
            numbers.put("b" + (j + first), b[j]);
            numbers.put("se" + (j + first), covariance.standardError(j));
        }
    }

    private static double[][] columns(CertifiedSet set, int first) {
        int n = set.rows().size();
        List<double[]> columns = new ArrayList<>();
        if (first == 0) {
            columns.add(IntStream.range(0, n).mapToDouble(any -> 1).toArray());
        }
        if (DEGREES.containsKey(set.name())) {
            for (int power = 1; power <= DEGREES.get(set.name()); power++) {
                int degree = power;
                columns.add(set.rows().stream()
                        .mapToDouble(
                                row -> new BigDecimal(row.get(1)).pow(degree).doubleValue())
                        .toArray());
            }
        } else {
            for (int j = 1; j < set.rows().get(0).size(); j++) {
                columns.add(set.column(j));
            }
        }
        return columns.toArray(double[][]::new);
    }

    private static List<ExtendedColumn> powers(CertifiedSet set) {
        return IntStream.rangeClosed(0, DEGREES.get(set.name()))
                .mapToObj(degree -> {
                    List<BigDecimal> exact = set.rows().stream()
                            .map(row -> new BigDecimal(row.get(1)).pow(degree))
                            .toList();
                    return ExtendedColumn.of(
                            exact.stream().mapToDouble(BigDecimal::doubleValue).toArray(),
                            exact.stream()
                                    .mapToDouble(x -> x.subtract(new BigDecimal(x.doubleValue()))
                                            .doubleValue())
                                    .toArray());
                })
                .toList();
    }

    private static double[] unit(int place, int size, double value) {
        double[] unit = new double[size];
        unit[place] = value;
        return unit;
    }
}
