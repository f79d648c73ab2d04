package org.ipstrial.dataexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ipstrial.plan.participants.PlannedReading;

/**
 * How a CSV file is written. The canonical form is UTF-8 with commas, decimal points and days as yyyy-mm-dd; every line
 * ends with a line feed.
 *
 * @param delimiter what stands between fields
 * @param decimal   the decimal mark
 * @param encoding  how characters are written as bytes
 * @param quote     what stands around fields that need it; nothing does where there is none
 * @param skip      lines above the header, which are left empty of data
 * @param dates     how days are written
 */
record CsvForm(
        char delimiter, char decimal, Charset encoding, Optional<Character> quote, int skip, DateTimeFormatter dates) {

    /** The canonical form. */
    static final CsvForm CANONICAL = of(PlannedReading.NONE);

    /** As many digits as every double keeps, and as tell every double from all others. */
    private static final int FEWEST_DIGITS = 15;

    private static final int MOST_DIGITS = 17;

    private static final String ABOVE_THE_HEADER = "No data in this line.\n";

    /** The form in which a plan says that a file is written. */
    static CsvForm of(PlannedReading reading) {
        String quote = reading.quote().orElse("double");
        return new CsvForm(
                reading.delimiter()
                        .map(word -> word.equals("tab") ? '\t' : word.charAt(0))
                        .orElse(','),
                reading.decimal().map(mark -> mark.charAt(0)).orElse('.'),
                Charset.forName(reading.encoding().orElse("UTF-8")),
                quote.equals("none") ? Optional.empty() : Optional.of(quote.equals("double") ? '"' : '\''),
                reading.skip().orElse(0L).intValue(),
                DateTimeFormatter.ofPattern(reading.dates().pattern(), Locale.ROOT));
    }

    /** A day. */
    String day(LocalDate day) {
        return dates.format(day);
    }

    /** A number without an exponent, with as many significant digits as give it back whole: 15, rarely more. */
    String number(double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal digits = exact;
        for (int count = FEWEST_DIGITS; count <= MOST_DIGITS; count++) {
            digits = exact.round(new MathContext(count, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            if (digits.doubleValue() == number) {
                break;
            }
        }
        return (digits.signum() == 0 ? "0" : digits.toPlainString()).replace('.', decimal);
    }

    /**
     * A file.
     *
     * @param header the names of the columns
     * @param rows   the fields of each row
     * @throws UnwritableException if the encoding lacks a character, or a field needs a quote and there is none
     */
    byte[] bytes(List<String> header, List<List<String>> rows) throws UnwritableException {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote(quote.orElse(null))
                .setRecordSeparator('\n')
                .get();
        StringBuilder text = new StringBuilder(ABOVE_THE_HEADER.repeat(skip));
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(checked(header));
            for (List<String> row : rows) {
                printer.printRecord(checked(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            ByteBuffer bytes = encoding.newEncoder().encode(CharBuffer.wrap(text));
            byte[] written = new byte[bytes.remaining()];
            bytes.get(written);
            return written;
        } catch (CharacterCodingException e) {
            throw new UnwritableException("a text holds characters that " + encoding.name() + " lacks");
        }
    }

    private List<String> checked(List<String> row) throws UnwritableException {
        for (String field : row) {
            if (quote.isEmpty() && (field.indexOf(delimiter) >= 0 || field.indexOf('"') >= 0)) {
                throw new UnwritableException("a field holds a delimiter or a quote, and nothing is to quote it");
            }
        }
        return row;
    }
}
