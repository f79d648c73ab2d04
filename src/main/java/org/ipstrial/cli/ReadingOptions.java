package org.ipstrial.cli;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.ipstrial.dataimport.Quote;
import org.ipstrial.dataimport.ReadOptions;
import picocli.CommandLine.ParseResult;

/** How a file is written, where it does not tell itself. */
final class ReadingOptions {

    private static final CliOption DELIMITER = CliOption.one(
                    "--delimiter",
                    "CHAR",
                    "What stands between fields: ',' ';' '|' or 'tab' (default: told from the file).")
            .among(List.of(",", ";", "|", "tab"));
    private static final CliOption ENCODING = CliOption.one(
            "--encoding",
            "NAME",
            "The file's character encoding, such as windows-1252 (default: UTF-8, or UTF-16 with a mark).");
    private static final CliOption DECIMAL = CliOption.one(
                    "--decimal", "CHAR", "The decimal mark, '.' or ',' (default: '.').")
            .among(List.of(".", ","));
    private static final CliOption QUOTE = CliOption.one(
                    "--quote", "KIND", "What quotes a field: double, single or none")
            .orElse("double")
            .among(List.of("double", "single", "none"));
    private static final CliOption MISSING = CliOption.list(
            "--missing", "CODE", "Codes that mean missing, instead of NA and '.'; an empty field always does.");
    private static final CliOption SKIP =
            CliOption.one("--skip", "N", "Lines above the header line").orElse("0");
    private static final CliOption MAX_ROWS = CliOption.one("--max-rows", "N", "Refuse a file with more rows than this")
            .orElse("10000000");
    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(DELIMITER, ENCODING, DECIMAL, QUOTE, MISSING, SKIP, MAX_ROWS);

    private final ParseResult parsed;

    ReadingOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** Whether the user gives what counts as missing. */
    boolean givesMissing() {
        return MISSING.given(parsed);
    }

    /** How the file is written, as far as the user says it. */
    ReadOptions options() {
        return new ReadOptions(
                DELIMITER.value(parsed).map(ReadingOptions::delimiter),
                ENCODING.value(parsed).map(ReadingOptions::charset),
                DECIMAL.oneOf(parsed).map(mark -> mark.charAt(0)),
                QUOTE.oneOf(parsed)
                        .map(word -> Quote.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElseThrow(),
                MISSING.given(parsed)
                        ? new LinkedHashSet<>(MISSING.values(parsed))
                        : ReadOptions.defaults().missing(),
                SKIP.number(parsed, 0, 1_000_000).orElseThrow().intValue(),
                MAX_ROWS.number(parsed, 1, Integer.MAX_VALUE).orElseThrow());
    }

    private static char delimiter(String text) {
        return switch (text) {
            case "tab", "\\t" -> '\t';
            default ->
                OptionChecks.oneOf(DELIMITER.name(), text, DELIMITER.words()).charAt(0);
        };
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw OptionChecks.wrong(
                    "--encoding " + name + " is not known to this Java", "wanted a name such as windows-1252");
        }
    }
}
