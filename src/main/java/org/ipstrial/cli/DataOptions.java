package org.ipstrial.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data, and how to read them. */
final class DataOptions {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DATA",
            description = "Participants CSV, one row a person; '-' is standard input.")
    private String data;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            defaultValue = "id",
            description = "The person's pseudonym (default: ${DEFAULT-VALUE}).")
    private String id;

    @Option(
            names = "--arm",
            paramLabel = "COLUMN",
            defaultValue = "arm",
            description = "The randomised arm (default: ${DEFAULT-VALUE}).")
    private String arm;

    @Option(names = "--outcome", split = ",", paramLabel = "COLUMN", description = "Outcome columns.")
    private List<String> outcomes = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "How to read the outcomes: binary or amount. Without it a column of only 0/1, yes/no, ja/nej"
                    + " or true/false is binary, another number column an amount, and anything else is refused.")
    private OutcomeKind kind;

    @Option(
            names = "--event-value",
            paramLabel = "VALUE",
            description = "The value that counts as the event (default: 1, yes, ja or true).")
    private String eventValue;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "COLUMN",
            description = "Repeat the whole analysis within each level of each column.")
    private List<String> by = new ArrayList<>();

    @Option(names = "--where", paramLabel = "COLUMN=LEVEL|LEVEL", description = "Keep only these levels; repeatable.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between fields: ',' ';' '|' or 'tab' (default: told from the file).")
    private String delimiter;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "The file's character encoding, such as windows-1252 (default: UTF-8, or UTF-16 with a mark).")
    private String encoding;

    @Option(names = "--decimal", paramLabel = "CHAR", description = "The decimal mark, '.' or ',' (default: '.').")
    private String decimal;

    @Option(
            names = "--quote",
            paramLabel = "KIND",
            defaultValue = "double",
            description = "What quotes a field: double, single or none (default: ${DEFAULT-VALUE}).")
    private String quote;

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "CODE",
            description = "Codes that mean missing, instead of NA and '.'; an empty field always does.")
    private Set<String> missing;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            description = "Lines above the header line (default: ${DEFAULT-VALUE}).")
    private int skip;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Refuse a file with more rows than this (default: ${DEFAULT-VALUE}).")
    private long maxRows;

    /** The name that the user gave, if any. */
    Optional<String> data() {
        return Optional.ofNullable(data);
    }

    /** The file to read, if it is one. */
    Optional<Path> file() {
        return data().filter(name -> !name.equals(STANDARD_INPUT)).map(Path::of);
    }

    List<String> outcomes() {
        return List.copyOf(outcomes);
    }

    String arm() {
        return arm;
    }

    List<String> by() {
        return List.copyOf(new LinkedHashSet<>(by));
    }

    List<WhereClause> where() {
        return where.stream().map(WhereClause::parse).toList();
    }

    List<String> whereTexts() {
        return List.copyOf(where);
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
        if (outcomes.isEmpty()) {
            throw required("--outcome, the column to analyse, is not given");
        }
        Later.refuse(kind == OutcomeKind.ORDINAL, "--kind ordinal", "binary and amount are");
        DataSource source =
                name.equals(STANDARD_INPUT) ? DataSource.standardInput(console.in()) : DataSource.file(Path.of(name));
        return ParticipantsImport.read(source, readOptions(), request(allowed));
    }

    private ParticipantsRequest request(Set<FindingCode> allowed) {
        Set<String> labels = new LinkedHashSet<>(by);
        where().forEach(clause -> labels.add(clause.column()));
        List<OutcomeRequest> requests = new LinkedHashSet<>(outcomes)
                .stream()
                        .map(column ->
                                new OutcomeRequest(column, Optional.ofNullable(kind), Optional.ofNullable(eventValue)))
                        .toList();
        return new ParticipantsRequest(id, arm, List.copyOf(labels), requests, allowed);
    }

    private ReadOptions readOptions() {
        ReadOptions defaults = ReadOptions.defaults();
        return new ReadOptions(
                Optional.ofNullable(delimiter).map(DataOptions::delimiter),
                Optional.ofNullable(encoding).map(DataOptions::charset),
                Optional.ofNullable(decimal).map(DataOptions::decimalMark),
                quote(quote),
                missing == null ? defaults.missing() : missing,
                (int) OptionChecks.atLeast("--skip", skip, 0),
                OptionChecks.atLeast("--max-rows", maxRows, 1));
    }

    private static char delimiter(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        return single("--delimiter", text, ",;|\t");
    }

    private static char decimalMark(String text) {
        return single("--decimal", text, ".,");
    }

    private static char single(String option, String text, String allowed) {
        if (text.length() == 1 && allowed.indexOf(text.charAt(0)) >= 0) {
            return text.charAt(0);
        }
        throw OptionChecks.wrong(option + " " + text + " is not known", "wanted one of " + spaced(allowed));
    }

    private static String spaced(String characters) {
        return String.join(" ", characters.replace("\t", "").split("")) + (characters.contains("\t") ? " tab" : "");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw OptionChecks.wrong(
                    "--encoding " + name + " is not known to this Java", "wanted a name such as windows-1252");
        }
    }

    private static Quote quote(String text) {
        return switch (text) {
            case "double", "\"" -> Quote.DOUBLE;
            case "single", "'" -> Quote.SINGLE;
            case "none" -> Quote.NONE;
            default -> throw OptionChecks.wrong("--quote " + text + " is not known", "wanted double, single or none");
        };
    }

    private static RefusedException required(String what) {
        return OptionChecks.wrong(what, "it is required");
    }
}
