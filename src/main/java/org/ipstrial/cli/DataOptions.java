package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataimport.LabelRequest;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.ParticipantsImport;
import org.ipstrial.dataimport.ParticipantsRequest;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
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
                    "How to read the outcomes: binary, amount or ordinal, which is ordered levels numbered from the lowest."
                            + " Without it a column of only 0/1, yes/no, ja/nej or true/false"
                            + " is binary, another number column an amount, and anything else is refused.")
            .among(List.of("binary", "amount", "ordinal"));
    private static final CliOption EVENT_VALUE = CliOption.one(
            "--event-value", "VALUE", "The value that counts as the event (default: 1, yes, ja or true).");
    /** The columns within whose levels an analysis is repeated. */
    static final CliOption BY =
            CliOption.list("--by", "COLUMN", "Repeat the whole analysis within each level of each column.");

    private static final CliOption STRATIFY = CliOption.list(
            "--stratify",
            "COLUMN",
            "Combine each contrast over the crossed strata of these columns, beside the unstratified result.");
    /** The covariates of a comparison. */
    static final CliOption ADJUST = CliOption.list(
            "--adjust",
            "COLUMN",
            "Adjust each contrast for these columns, known before anybody had an arm, by one model of all arms, beside the"
                    + " unadjusted result. A missing value is filled and marked; nobody is dropped.");

    /** The clusters of times to an event. */
    static final CliOption CLUSTER = CliOption.one(
            "--cluster",
            "COLUMN",
            "People of one level of this column, such as a site, may be alike: hazard ratios get robust limits over them"
                    + " too (cox-efron-robust), beside the others.");

    private static final CliOption WHERE =
            CliOption.repeated("--where", "COLUMN=LEVEL|LEVEL", "Keep only these levels; repeatable.");
    private static final CliOption DATE_FORMAT =
            CliOption.one("--date-format", "FORMAT", "").forLater();

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = Stream.of(
                    List.of(ID, ARM, OUTCOME, KIND, EVENT_VALUE, BY, STRATIFY, ADJUST, WHERE),
                    ReadingOptions.ALL,
                    List.of(DATE_FORMAT))
            .flatMap(List::stream)
            .toList();

    /** What of them a plan is read by too. */
    static final List<CliOption> OF_PLANS =
            Stream.concat(ALL.stream(), Stream.of(CLUSTER)).toList();

    /** Those of a command that compares everybody as one, without covariates. */
    static final List<CliOption> UNADJUSTED = ALL.stream()
            .map(option -> option == STRATIFY || option == ADJUST ? option.forLater() : option)
            .toList();

    /** Those of a command that takes no outcome. */
    static final List<CliOption> WITHOUT_OUTCOMES = Stream.of(
                    List.of(ID, ARM, BY, WHERE), ReadingOptions.ALL, List.of(DATE_FORMAT))
            .flatMap(List::stream)
            .toList();

    /** Those of a command over times to an event, whose columns have options of their own. */
    static final List<CliOption> OF_TIMES = Stream.concat(
                    Stream.of(
                            OUTCOME.saying("Outcomes of the plan that are times; without it all that it lists."),
                            ADJUST.saying(
                                    "Adjust hazard ratios for these columns, known before anybody had an arm, by one Cox"
                                            + " model of all arms, beside the unadjusted ones. A missing value is filled and"
                                            + " marked; nobody is dropped.")),
                    WITHOUT_OUTCOMES.stream())
            .toList();

    /** Those that say what of a file is who and how it is written. */
    static final List<CliOption> READING =
            Stream.concat(Stream.of(ID, ARM), ReadingOptions.ALL.stream()).toList();

    private final ParseResult parsed;

    DataOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** The name that the user gave, if any. */
    Optional<String> data() {
        return CliCommand.Positional.value(parsed);
    }

    /** The plan to go by, if the data are one: told by the end of the name. */
    Optional<Path> plan() {
        return data().filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                .map(Path::of);
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

    List<String> stratify() {
        return List.copyOf(new LinkedHashSet<>(STRATIFY.values(parsed)));
    }

    /** Whether the user gives columns of {@code --stratify}. */
    boolean givesStratify() {
        return STRATIFY.given(parsed);
    }

    List<String> adjust() {
        return List.copyOf(new LinkedHashSet<>(ADJUST.values(parsed)));
    }

    /** Whether the user gives columns of {@code --adjust}. */
    boolean givesAdjust() {
        return ADJUST.given(parsed);
    }

    /** The column of clusters, if the user gives one. */
    Optional<String> cluster() {
        return CLUSTER.given(parsed) ? CLUSTER.value(parsed) : Optional.empty();
    }

    /** The columns in whose levels people are put, to repeat an analysis in them or to combine it over them. */
    Set<String> grouping() {
        Set<String> columns = new LinkedHashSet<>(by());
        columns.addAll(stratify());
        return columns;
    }

    List<WhereClause> where() {
        return whereTexts().stream().map(WhereClause::parse).toList();
    }

    /** Whether the user gives columns of {@code --by}. */
    boolean givesBy() {
        return BY.given(parsed);
    }

    /** Whether the user gives what counts as missing. */
    boolean givesMissing() {
        return new ReadingOptions(parsed).givesMissing();
    }

    List<String> whereTexts() {
        return WHERE.values(parsed);
    }

    /**
     * Reads the participants.
     *
     * @param covariates what is wanted of them besides
     * @throws RefusedException if there is no file, no outcome, or anything wrong with the data
     */
    ImportedParticipants read(Console console, Set<FindingCode> allowed, List<CovariateRequest> covariates) {
        return read(console, allowed, covariates, List.of());
    }

    /**
     * The same where some amounts must be the sum of covariates.
     *
     * @throws RefusedException if there is no file, no outcome, or anything wrong with the data
     */
    ImportedParticipants read(
            Console console, Set<FindingCode> allowed, List<CovariateRequest> covariates, List<SumOf> sums) {
        String name = dataName();
        if (outcomes().isEmpty()) {
            throw required("--outcome, the column to analyse, is not given");
        }
        return read(name, console, request(allowed).with(covariates).summing(sums));
    }

    /**
     * Reads the participants with their covariates and no outcome.
     *
     * @throws RefusedException if there is no file, or anything wrong with the data
     */
    ImportedParticipants readCovariates(Console console, Set<FindingCode> allowed, List<CovariateRequest> covariates) {
        return read(dataName(), console, request(allowed).with(covariates));
    }

    /**
     * Reads the participants with a time to an event.
     *
     * @param others     more columns of labels
     * @param covariates what is wanted of them besides
     * @throws RefusedException if there is no file, or anything wrong with the data
     */
    ImportedParticipants readTimes(
            Console console,
            Set<FindingCode> allowed,
            EventTimes times,
            List<String> others,
            List<CovariateRequest> covariates) {
        String name = dataName();
        Set<String> labels = new LinkedHashSet<>(
                request(allowed).labels().stream().map(LabelRequest::column).toList());
        labels.addAll(others);
        times.cause().ifPresent(labels::add);
        ParticipantsRequest request = new ParticipantsRequest(
                id(),
                arm(),
                List.copyOf(labels),
                Stream.concat(
                                Stream.of(
                                        new OutcomeRequest(
                                                times.time(), Optional.of(OutcomeKind.TIME), Optional.empty()),
                                        new OutcomeRequest(
                                                times.event(), Optional.of(OutcomeKind.BINARY), Optional.empty())),
                                times.entry().stream()
                                        .map(entry -> new OutcomeRequest(
                                                entry, Optional.of(OutcomeKind.TIME), Optional.empty())))
                        .toList(),
                allowed);
        Later.refuse(DATE_FORMAT.given(parsed), DATE_FORMAT.name(), "a file whose dates are not read is");
        return ParticipantsImport.read(source(name, console), readOptions(), request.with(covariates), times);
    }

    private String dataName() {
        return data().orElseThrow(() -> required("DATA, the participants CSV, is not given"));
    }

    private ImportedParticipants read(String name, Console console, ParticipantsRequest request) {
        Later.refuse(DATE_FORMAT.given(parsed), DATE_FORMAT.name(), "a file whose dates are not read is");
        return ParticipantsImport.read(source(name, console), readOptions(), request);
    }

    static DataSource source(String name, Console console) {
        return name.equals(STANDARD_INPUT) ? DataSource.standardInput(console.in()) : DataSource.file(Path.of(name));
    }

    /** Ids would stand in the results as levels. */
    static void refuseIds(String id, String option, Collection<String> columns) {
        if (columns.contains(id)) {
            throw RefusedException.of(FindingCode.E018, Location.COMMAND_LINE, option, id);
        }
    }

    /** Refuses to show ids as arms, or as levels of columns that the user gives. */
    void refuseIds() {
        refuseIds(id(), ARM.name(), List.of(arm()));
        refuseIds(id(), BY.name(), by());
        refuseIds(id(), STRATIFY.name(), stratify());
        refuseIds(id(), CLUSTER.name(), cluster().stream().toList());
        refuseIds(id(), WHERE.name(), where().stream().map(WhereClause::column).toList());
    }

    /** Whether people of one group are enough: each is set against a stated share and none against another. */
    boolean takesOneGroup() {
        return parsed.commandSpec().findOption(RatesCommand.TARGET.name()) != null && RatesCommand.TARGET.given(parsed);
    }

    private ParticipantsRequest request(Set<FindingCode> allowed) {
        refuseIds();
        refuseIds(id(), OUTCOME.name(), outcomes());
        Set<String> labels = grouping();
        where().forEach(clause -> labels.add(clause.column()));
        cluster().ifPresent(labels::add);
        Optional<OutcomeKind> kind = kind();
        List<OutcomeRequest> requests = outcomes().stream()
                .map(column -> new OutcomeRequest(column, kind, eventValue()))
                .toList();
        ParticipantsRequest request =
                new ParticipantsRequest(id(), arm(), List.copyOf(labels), requests, allowed).advising(advice());
        return takesOneGroup() ? request.ofAnyGroups() : request;
    }

    /** What to do about a column that is not there, by the option that names it. */
    Map<String, String> advice() {
        Map<String, String> advice = new HashMap<>();
        where().forEach(clause -> advice.put(clause.column(), named(WHERE)));
        stratify().forEach(column -> advice.put(column, named(STRATIFY)));
        by().forEach(column -> advice.put(column, named(BY)));
        cluster().ifPresent(column -> advice.put(column, named(CLUSTER)));
        return advice;
    }

    private static String named(CliOption option) {
        return "name one of these with " + option.name();
    }

    /** The kind that the user says outcomes are of. */
    Optional<OutcomeKind> kind() {
        List<OutcomeKind> kinds = List.of(OutcomeKind.BINARY, OutcomeKind.AMOUNT, OutcomeKind.ORDINAL);
        List<String> words = kinds.stream().map(OutcomeKind::id).toList();
        Optional<OutcomeKind> kind = KIND.oneOf(parsed, words).map(word -> kinds.get(words.indexOf(word)));
        if (kind.equals(Optional.of(OutcomeKind.ORDINAL)) && eventValue().isPresent()) {
            throw OptionChecks.wrong(
                    "--event-value is of a yes/no outcome, and --kind says ordinal", "leave one of them out");
        }
        return kind;
    }

    /** The person's pseudonym. */
    String id() {
        return ID.value(parsed).orElseThrow();
    }

    /** The value that the user says is the event. */
    Optional<String> eventValue() {
        return EVENT_VALUE.value(parsed);
    }

    /** How the file is written, as far as the user says it. */
    ReadOptions readOptions() {
        return new ReadingOptions(parsed).options();
    }

    private static RefusedException required(String what) {
        return OptionChecks.wrong(what, "it is required");
    }
}
