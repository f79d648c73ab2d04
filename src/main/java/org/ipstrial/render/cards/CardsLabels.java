package org.ipstrial.render.cards;

import java.util.Map;

/** The labels that cards gives its statistics; one that it does not know is its own label. */
final class CardsLabels {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("n", "n"),
            Map.entry("N", "N"),
            Map.entry("p", "%"),
            Map.entry("mean", "Mean"),
            Map.entry("sd", "SD"),
            Map.entry("median", "Median"),
            Map.entry("p25", "Q1"),
            Map.entry("p75", "Q3"),
            Map.entry("min", "Min"),
            Map.entry("max", "Max"),
            Map.entry("N_obs", "Vector Length"),
            Map.entry("N_miss", "N Missing"),
            Map.entry("N_nonmiss", "N Non-missing"),
            Map.entry("p_miss", "% Missing"),
            Map.entry("p_nonmiss", "% Non-missing"),
            Map.entry("label", "Variable Label"),
            Map.entry("class", "Variable Class"),
            Map.entry("estimate", "Estimate"),
            Map.entry("std.error", "Standard Error"),
            Map.entry("conf.low", "CI Lower Bound"),
            Map.entry("conf.high", "CI Upper Bound"),
            Map.entry("conf.level", "CI Confidence Level"),
            Map.entry("statistic", "Statistic"),
            Map.entry("df", "Degrees of Freedom"),
            Map.entry("p.value", "p-value"));

    private CardsLabels() {}

    static String of(String statistic) {
        return LABELS.getOrDefault(statistic, statistic);
    }
}
