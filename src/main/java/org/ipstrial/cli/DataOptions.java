package org.ipstrial.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.ParticipantsImport;
import org.ipstrial.dataimport.ParticipantsRequest;
import org.ipstrial.dataimport.Quote;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import picocli.CommandLine.ParseResult;

/** Which data, and how to read them. */
final class DataOptions {

    private static final String STANDARD_INPUT = "-";

    private static final CliOption ID =
            CliOption.one("--id", "COLUMN", "The person's pseudonym").orElse("id");
    private static final CliOption ARM =
            CliOption.one("--arm", "COLUMN", "The randomised arm").orElse("arm");
    private static final CliOption OUTCOME = CliOption.list("--outcome", "COLUMN", "Outcome columns.");
    private static final CliOption KIND = CliOption.one(
            "--kind",
            "KIND",
            "How to read the outcomes: binary or amount. Without it a column of only 0/1, yes/no, ja/nej or true/false"
                    + " is binary, another number column an amount, and anything else is refused.");
    private static final CliOption EVENT_VALUE = CliOption.one(
            "--event-value", "VALUE", "The value that counts as the event (default: 1, yes, ja or true).");
    private static final CliOption BY =
            CliOption.list("--by", "COLUMN", "Repeat the whole analysis within each level of each column.");
    private static final CliOption WHERE =
            CliOption.repeated("--where", "COLUMN=LEVEL|LEVEL", "Keep only these levels; repeatable.");
    private static final CliOption DELIMITER = CliOption.one(
            "--delimiter", "CHAR", "What stands between fields: ',' ';' '|' or 'tab' (default: told from the file).");
    private static final CliOption ENCODING = CliOption.one(
            "--encoding",
            "NAME",
            "The file's character encoding, such as windows-1252 (default: UTF-8, or UTF-16 with a mark).");
    private static final CliOption DECIMAL =
            CliOption.one("--decimal", "CHAR", "The decimal mark, '.' or ',' (default: '.').");
    private static final CliOption QUOTE = CliOption.one(
                    "--quote", "KIND", "What quotes a field: double, single or none")
            .orElse("double");
    private static final CliOption MISSING = CliOption.list(
            "--missing", "CODE", "Codes that mean missing, instead of NA and '.'; an empty field always does.");
    private static final CliOption SKIP =
            CliOption.one("--skip", "N", "Lines above the header line").orElse("0");
    private static final CliOption MAX_ROWS = CliOption.one("--max-rows", "N", "Refuse a file with more rows than this")
            .orElse("10000000");
    private static final CliOption DATE_FORMAT =
            CliOption.one("--date-format", "FORMAT", "").forLater();

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(
            ID,
            ARM,
            OUTCOME,
            KIND,
            EVENT_VALUE,
            BY,
            WHERE,
            DELIMITER,
            ENCODING,
            DECIMAL,
            QUOTE,
            MISSING,
            SKIP,
            MAX_ROWS,
            DATE_FORMAT);

    private final ParseResult parsed;

    DataOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** The name that the user gave, if any. */
    Optional<String> data() {
        return CliCommand.Positional.value(parsed);
    }

    /** The file to read, if it is one. */
    Optional<Path> file() {
        return data().filter(name -> !name.equals(STANDARD_INPUT)).map(Path::of);
    }

    List<String> outcomes() {
        return List.copyOf(new LinkedHashSet<>(OUTCOME.values(parsed)));
    }

    String arm() {
        return ARM.value(parsed).orElseThrow();
    }

    List<String> by() {
        return List.copyOf(new LinkedHashSet<>(BY.values(parsed)));
    }

    List<WhereClause> where() {
        return whereTexts().stream().map(WhereClause::parse).toList();
    }

    List<String> whereTexts() {
        return WHERE.values(parsed);
    }

    /**
     * Reads the participants.
     *
     * @throws RefusedException if there is no file, no outcome, or anything wrong with the data
     */
    ImportedParticipants read(Console console, Set<FindingCode> allowed) {
        String name = data().orElseThrow(() -> required("DATA, the participants CSV, is not given"));
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            throw RefusedException.of(FindingCode.E401, Location.COMMAND_LINE, name);
        }
        if (outcomes().isEmpty()) {
            throw required("--outcome, the column to analyse, is not given");
        }
        Later.refuse(DATE_FORMAT.given(parsed), DATE_FORMAT.name(), "a file whose dates are not read is");
        DataSource source =
                name.equals(STANDARD_INPUT) ? DataSource.standardInput(console.in()) : DataSource.file(Path.of(name));
        return ParticipantsImport.read(source, readOptions(), request(allowed));
    }

    /** Ids would stand in the results as levels. */
    private void refuseIds(String id, String option, Collection<String> columns) {
        if (columns.contains(id)) {
            throw RefusedException.of(FindingCode.E018, Location.COMMAND_LINE, option, id);
        }
    }

    private ParticipantsRequest request(Set<FindingCode> allowed) {
        String id = ID.value(parsed).orElseThrow();
        refuseIds(id, ARM.name(), List.of(arm()));
        refuseIds(id, OUTCOME.name(), outcomes());
        refuseIds(id, BY.name(), by());
        refuseIds(id, WHERE.name(), where().stream().map(WhereClause::column).toList());
        Set<String> labels = new LinkedHashSet<>(by());
        where().forEach(clause -> labels.add(clause.column()));
        Optional<OutcomeKind> kind = kind();
        List<OutcomeRequest> requests = outcomes().stream()
                .map(column -> new OutcomeRequest(column, kind, EVENT_VALUE.value(parsed)))
                .toList();
        return new ParticipantsRequest(id, arm(), List.copyOf(labels), requests, allowed);
    }

    private Optional<OutcomeKind> kind() {
        Optional<String> word = KIND.oneOf(parsed, List.of("binary", "amount", "ordinal"));
        Later.refuse(word.equals(Optional.of("ordinal")), "--kind ordinal", "binary and amount are");
        return word.map(id -> id.equals("binary") ? OutcomeKind.BINARY : OutcomeKind.AMOUNT);
    }

    private ReadOptions readOptions() {
        return new ReadOptions(
                DELIMITER.value(parsed).map(DataOptions::delimiter),
                ENCODING.value(parsed).map(DataOptions::charset),
                DECIMAL.oneOf(parsed, List.of(".", ",")).map(mark -> mark.charAt(0)),
                QUOTE.oneOf(parsed, List.of("double", "single", "none"))
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
                OptionChecks.oneOf(DELIMITER.name(), text, List.of(",", ";", "|", "tab"))
                        .charAt(0);
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

    private static RefusedException required(String what) {
        return OptionChecks.wrong(what, "it is required");
    }
}
