package org.ipstrial.stats.imputation.chained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ipstrial.stats.imputation.engine.DonorReach;
import org.ipstrial.stats.resampling.Blocks;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * Multiple imputation by chained equations.
 *
 * <pre>
 *   for each of m imputations:
 *     fill every missing value with a known one of the same variable, drawn at random
 *     so many rounds: for each variable with missing values, those with fewest first,
 *       draw its missing values from its predictors as they stand
 * </pre>
 *
 * <p>Each variable, round and imputation has a random stream of its own, by name, and columns stand in the order of their
 * names: neither threads, nor the order in which variables are named, nor columns that predict nothing change a digit. The
 * people must stand in an order that is not that of their rows, such as by id.
 *
 * <p>Edges: a variable whose known values are all alike is {@code no-variance}; predictors that are constant or
 * combinations of others are {@code collinear-covariates}, with their names, and never left out in silence.
 *
 * <p>Source: van Buuren S, Groothuis-Oudshoorn K (2011), Journal of Statistical Software 45(3):1-67; White IR, Royston P,
 * Wood AM (2011), Statistics in Medicine 30:377-399.
 */
public final class ChainedEquations {

    private ChainedEquations() {}

    /** Imputes. */
    public static Imputation of(ImputationModel model, ImputationSettings settings) {
        Optional<Imputation.Refused> astray = PredictorCheck.of(model);
        if (astray.isPresent()) {
            return astray.get();
        }
        RandomStreams[][] streams = IntStream.rangeClosed(0, settings.iterations())
                .mapToObj(round -> model.targets().stream()
                        .map(target -> settings.streams(model.group(), target.variable(), round))
                        .toArray(RandomStreams[]::new))
                .toArray(RandomStreams[][]::new);
        int m = settings.imputations();
        Chain[] chains = new Chain[m];
        Imputation.Refused[] refused = new Imputation.Refused[m];
        Blocks.run(m, settings.threads(), settings.progress(), (from, to) -> {
            for (int i = from; i < to; i++) {
                chains[i] = new Chain(model, settings.iterations());
                refused[i] = chains[i].run(streams, i).orElse(null);
            }
        });
        for (Imputation.Refused one : refused) {
            if (Objects.nonNull(one)) {
                return one;
            }
        }
        return completed(model, chains);
    }

    private static Imputation completed(ImputationModel model, Chain[] chains) {
        double[][][] drawn = new double[chains.length][][];
        for (int i = 0; i < chains.length; i++) {
            drawn[i] = chains[i].drawn();
        }
        List<Trace> traces = new ArrayList<>();
        Map<String, Integer> augmented = new TreeMap<>();
        Map<String, DonorReach> donors = new TreeMap<>();
        for (int k = 0; k < model.targets().size(); k++) {
            int place = k;
            String name = model.targets().get(k).variable();
            if (model.variable(name).missing() > 0) {
                traces.add(new Trace(
                        name,
                        IntStream.range(0, chains.length)
                                .mapToObj(i -> chains[i].mean(place))
                                .toArray(double[][]::new),
                        IntStream.range(0, chains.length)
                                .mapToObj(i -> chains[i].sd(place))
                                .toArray(double[][]::new)));
            }
            int count = 0;
            for (Chain chain : chains) {
                count += chain.augmented(k);
            }
            if (count > 0) {
                augmented.put(name, count);
            }
            Arrays.stream(chains)
                    .flatMap(chain -> chain.donors(place).stream())
                    .reduce(DonorReach::and)
                    .ifPresent(all -> donors.put(name, all.over(chains.length)));
        }
        return new Imputation.Completed(model, drawn, traces, augmented, donors);
    }
}
