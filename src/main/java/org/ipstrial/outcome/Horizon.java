package org.ipstrial.outcome;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * How long after randomisation an outcome is counted: {@code 18 months}, {@code 26 weeks}. The window begins on the day
 * of randomisation and ends before the day so many calendar months, weeks or days later; a month that lacks that day
 * ends on its last.
 *
 * @param count how many
 * @param span  of what
 */
public record Horizon(int count, Span span) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3}) (day|week|month|year)s?");

    private static final int DAYS_OF_FOUR_YEARS = 1_461;
    private static final int DAYS_OF_A_WEEK = 7;

    /** What a horizon is counted in. */
    public enum Span {
        /** Calendar days. */
        DAY,
        /** Seven days. */
        WEEK,
        /** Calendar months. */
        MONTH,
        /** Calendar years. */
        YEAR
    }

    /** Refuses a horizon of nothing. */
    public Horizon {
        Objects.requireNonNull(span, "span");
        if (count < 1) {
            throw new IllegalArgumentException("a horizon must be at least 1, got " + count);
        }
    }

    /** A horizon as people write it; nothing where the text is none. */
    public static Optional<Horizon> of(String text) {
        Matcher match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new Horizon(
                        Integer.parseInt(match.group(1)),
                        Span.valueOf(match.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** The first day after the window of somebody randomised on a day. */
    public LocalDate from(LocalDate randomised) {
        return switch (span) {
            case DAY -> randomised.plusDays(count);
            case WEEK -> randomised.plusWeeks(count);
            case MONTH -> randomised.plusMonths(count);
            case YEAR -> randomised.plusYears(count);
        };
    }

    /** How many whole weeks lie in every such window, whatever the day of randomisation. */
    public int wholeWeeks() {
        LocalDate any = LocalDate.of(2001, 1, 1);
        long shortest = LongStream.range(0, DAYS_OF_FOUR_YEARS)
                .map(later -> {
                    LocalDate day = any.plusDays(later);
                    return from(day).toEpochDay() - day.toEpochDay();
                })
                .min()
                .orElseThrow();
        return (int) (shortest / DAYS_OF_A_WEEK);
    }

    /** As people write it. */
    public String text() {
        return count + " " + span.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
