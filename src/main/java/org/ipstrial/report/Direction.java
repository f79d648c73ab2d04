package org.ipstrial.report;

import java.util.function.DoubleFunction;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** Which way a difference goes, in words: {@code 11.1 percentage points more in IPS}. */
final class Direction {

    private Direction() {}

    /** The difference in words. */
    static String of(Words words, double difference, DoubleFunction<String> shown, String group) {
        String size = shown.apply(Math.abs(difference));
        if (difference == 0) {
            return words.get("direction.same", group);
        }
        return words.get(difference > 0 ? "direction.points-more" : "direction.points-fewer", size, group);
    }

    /** The limits in the same words: plain where both go the way of {@code more}, else each with its own word. */
    static String interval(Words words, Phrases phrases, Result result, DoubleFunction<String> shown) {
        var low = result.value(Statistic.CONF_LOW);
        var high = result.value(Statistic.CONF_HIGH);
        if (low.isEmpty() || high.isEmpty()) {
            return words.get("ci.of", Phrases.level(result), phrases.interval(result, shown));
        }
        double estimate = result.value(Statistic.ESTIMATE).orElse(0.0);
        String text;
        if (estimate >= 0 && low.get() >= 0) {
            text = words.get("interval", shown.apply(low.get()), shown.apply(high.get()));
        } else if (high.get() <= 0) {
            text = words.get("interval.fewer", shown.apply(-high.get()), shown.apply(-low.get()));
        } else {
            text = words.get("interval.fewer-more", shown.apply(-low.get()), shown.apply(high.get()));
        }
        return words.get("ci.of", Phrases.level(result), text);
    }
}
