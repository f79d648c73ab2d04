package org.ipstrial.report;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** Which way a difference goes, in words: {@code 11.1 percentage points more in IPS}. */
final class Direction {

    private final Words words;
    private final String kind;

    /**
     * The words for a kind of difference.
     *
     * @param kind {@code points} of percentages, or {@code amount}
     */
    Direction(Words words, String kind) {
        this.words = words;
        this.kind = kind;
    }

    /** The difference in words. */
    String of(double difference, DoubleFunction<String> shown, String group) {
        if (difference == 0) {
            return words.get("direction.same");
        }
        String way = difference > 0 ? ".more" : ".less";
        return words.get("direction." + kind + way, shown.apply(Math.abs(difference)), group);
    }

    /** The limits in the same words: plain where both go the way of {@code more}, else each with its own word. */
    String interval(Phrases phrases, Result result, DoubleFunction<String> shown) {
        return interval(phrases, "ci.of", result, shown);
    }

    /** The same, in the words of another key than {@code ci.of}. */
    String interval(Phrases phrases, String key, Result result, DoubleFunction<String> shown) {
        Optional<Double> low = result.value(Statistic.CONF_LOW);
        Optional<Double> high = result.value(Statistic.CONF_HIGH);
        String text;
        if (low.isEmpty() || high.isEmpty()) {
            text = phrases.interval(result, shown);
        } else if (low.get() >= 0) {
            text = words.get("interval", shown.apply(low.get()), shown.apply(high.get()));
        } else if (high.get() <= 0) {
            text = words.get("interval." + kind + ".less", shown.apply(-high.get()), shown.apply(-low.get()));
        } else {
            text = words.get("interval." + kind + ".less-more", shown.apply(-low.get()), shown.apply(high.get()));
        }
        return words.get(key, Phrases.level(result), text);
    }
}
