package org.ipstrial.dataimport;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.plan.participants.PlannedReading;

/**
 * What the user says about a file, where it does not tell itself.
 *
 * @param delimiter what separates fields; without it found in the first lines, if only one can be
 * @param encoding  how characters are written as bytes; without it UTF-8, or UTF-16 with its mark
 * @param decimal   the decimal mark, {@code .} or {@code ,}; the other one then may cut thousands
 * @param quote     what stands around fields
 * @param missing   what a missing value looks like, besides an empty cell; the order is that of messages
 * @param skip      physical lines above the header
 * @param maxRows   how many data rows are accepted
 */
public record ReadOptions(
        Optional<Character> delimiter,
        Optional<Charset> encoding,
        Optional<Character> decimal,
        Quote quote,
        Set<String> missing,
        int skip,
        long maxRows) {

    /**
     * Data rows that are accepted unless said otherwise. The file is held in memory: a million rows of six columns (37
     * MB) need a heap of some 300 MB.
     */
    public static final long MAX_ROWS = 10_000_000;

    /** Refuses another decimal mark, a delimiter that is also the quote or a line end, and negative counts. */
    public ReadOptions {
        missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
        decimal.ifPresent(mark -> require(mark == '.' || mark == ',', "decimal must be . or , but is " + mark));
        Optional<Character> quoteCharacter = quote.character();
        delimiter.ifPresent(cut -> require(
                cut != '\r' && cut != '\n' && !Optional.of(cut).equals(quoteCharacter),
                "delimiter must not be a line end or the quote"));
        require(skip >= 0, "skip must not be negative but is " + skip);
        require(maxRows >= 1, "maxRows must be at least 1 but is " + maxRows);
    }

    /** Nothing said: the file must tell. */
    public static ReadOptions defaults() {
        return new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quote.DOUBLE,
                new LinkedHashSet<>(List.of("", "NA", ".")),
                0,
                MAX_ROWS);
    }

    /** What a plan says of a file. */
    public static ReadOptions of(PlannedReading reading) {
        ReadOptions usual = defaults();
        return new ReadOptions(
                reading.delimiter().map(word -> word.equals("tab") ? '\t' : word.charAt(0)),
                reading.encoding().map(Charset::forName),
                reading.decimal().map(mark -> mark.charAt(0)),
                reading.quote()
                        .map(word -> Quote.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(usual.quote),
                reading.missing().isEmpty() ? usual.missing : new LinkedHashSet<>(reading.missing()),
                reading.skip().orElse(0L).intValue(),
                usual.maxRows);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
