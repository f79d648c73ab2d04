package org.ipstrial.dataimport.table;

import java.util.Optional;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.text.TextLines;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/**
 * How a text is cut into fields, and where its table begins.
 *
 * @param delimiter what separates fields
 * @param quote     what stands around fields, or nothing
 * @param start     where the header begins, in characters
 * @param startLine the physical line there, from 1
 */
public record Dialect(char delimiter, Optional<Character> quote, int start, int startLine) {

    private static final String EXCEL_MARK = "sep=";

    /**
     * What the options say, and the text where they are silent.
     *
     * @param file     the name for messages
     * @param text     the whole text
     * @param options  what the user says
     * @param findings what is found; with a refusal the result is not to be used
     */
    public static Dialect of(String file, String text, ReadOptions options, Findings findings) {
        int start = 0;
        int line = 1;
        while (line <= options.skip()) {
            int end = TextLines.lineEnd(text, start);
            if (end >= text.length()) {
                findings.add(FindingCode.E148, Location.file(file), options.skip(), line);
                break;
            }
            start = TextLines.afterLineEnd(text, end);
            line++;
        }
        Optional<Character> told = options.delimiter();
        int end = TextLines.lineEnd(text, start);
        // Excel's own first line; it counts as a line but is no header.
        if (text.startsWith(EXCEL_MARK, start) && end == start + EXCEL_MARK.length() + 1) {
            told = told.isPresent() ? told : Optional.of(text.charAt(end - 1));
            start = end < text.length() ? TextLines.afterLineEnd(text, end) : end;
            line++;
        }
        Optional<Character> quote = options.quote().character();
        char delimiter = told.isPresent()
                ? told.get()
                : DelimiterSniffer.sniff(Location.file(file), text, start, quote, findings);
        return new Dialect(delimiter, quote, start, line);
    }
}
