package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.outcome.Covariate;
import picocli.CommandLine.ParseResult;

/**
 * Which covariates, and how to read them.
 *
 * @param parsed  the command line
 * @param columns the option that names them
 */
record CovariateOptions(ParseResult parsed, CliOption columns) {

    private static final CliOption COVARIATES = CliOption.list(
            "--covariates",
            "COLUMN",
            "Columns of what was known at the start, in the order to show. Numbers are an amount; yes/no, 0/1 and text"
                    + " are a category; a few different whole numbers are refused until one of the next two options"
                    + " says what they are.");
    private static final CliOption CATEGORIES =
            CliOption.list("--categories", "COLUMN", "Covariates whose numbers are codes of categories.");
    private static final CliOption AMOUNTS =
            CliOption.list("--amounts", "COLUMN", "Covariates whose few different numbers are amounts.");

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(COVARIATES, CATEGORIES, AMOUNTS);

    /** Those of a command that describes the covariates of those who are missing. */
    static final List<CliOption> OF_MISSING = List.of(
            COVARIATES.saying("Columns of what was known at the start: how much is missing of them, and how those whose"
                    + " outcome is missing compare with those assessed. Of a plan its key baseline, unless given."),
            CATEGORIES,
            AMOUNTS);

    /** Those that say how to read the covariates of a model. */
    static final List<CliOption> OF_MODEL = List.of(
            CATEGORIES.saying("Columns of --adjust whose numbers are codes of categories."),
            AMOUNTS.saying("Columns of --adjust whose few different numbers are amounts."));

    /** Those that say how to read the columns of subgroups. */
    static final List<CliOption> OF_SUBGROUPS = List.of(
            CATEGORIES.saying(
                    "Columns of --by whose many numbers are codes of levels, and of --adjust whose numbers are codes of"
                            + " categories."),
            AMOUNTS.saying(
                    "Columns of --by whose few different numbers are amounts, along which the effect may change, and"
                            + " of --adjust whose few different numbers are amounts."));

    /** The covariates to show. */
    static CovariateOptions toShow(ParseResult parsed) {
        return new CovariateOptions(parsed, COVARIATES);
    }

    /** The covariates of a model. */
    static CovariateOptions ofModel(ParseResult parsed) {
        return new CovariateOptions(parsed, DataOptions.ADJUST);
    }

    /** What an analysis needs to know of people: the covariates of its model, or the columns of its subgroups. */
    static List<CovariateRequest> needed(ParseResult parsed, DataOptions data) {
        if (parsed.commandSpec().findOption(CATEGORIES.name()) == null) {
            return List.of();
        }
        if (!isOfSubgroups(parsed)) {
            return ofModel(parsed).requests(data);
        }
        // A column of both is read as a covariate, which must be of a kind.
        List<CovariateRequest> requests = new ArrayList<>(ofModel(parsed).requests(data));
        new CovariateOptions(parsed, DataOptions.BY)
                .moderators(data).stream()
                        .filter(moderator -> !data.adjust().contains(moderator.name()))
                        .forEach(requests::add);
        return requests;
    }

    /** The covariates of a model among what was read, in the order of the user. */
    static List<Covariate> adjusted(DataOptions data, List<Covariate> read) {
        return data.adjust().stream()
                .flatMap(name ->
                        read.stream().filter(covariate -> covariate.name().equals(name)))
                .toList();
    }

    private static boolean isOfSubgroups(ParseResult parsed) {
        return parsed.commandSpec().name().equals(Subgroups.NAME);
    }

    /** The amounts of subgroups among covariates that were read. */
    static List<Covariate> moderators(ParseResult parsed, List<Covariate> read) {
        List<String> by = new DataOptions(parsed).by();
        return isOfSubgroups(parsed)
                ? read.stream()
                        .filter(covariate -> covariate.isAmount() && by.contains(covariate.name()))
                        .toList()
                : List.of();
    }

    /** Columns of subgroups that are amounts, or may be: whatever turns out to be none is a column of levels. */
    private List<CovariateRequest> moderators(DataOptions data) {
        return requests(data).stream()
                .filter(request -> !request.kind().equals(Optional.of(Kind.CATEGORY)))
                .map(request -> CovariateRequest.of(
                        request.name(), Optional.of(request.kind().orElse(Kind.AMOUNT_OF_MANY))))
                .toList();
    }

    /** The names that the user gives, each once. */
    List<String> names() {
        return List.copyOf(new LinkedHashSet<>(columns.values(parsed)));
    }

    /**
     * The covariates of a CSV.
     *
     * @throws org.ipstrial.finding.RefusedException if there is none to show, or one is the column of ids or arms, or is said to be
     *     of a kind and not asked for, or of two kinds
     */
    List<CovariateRequest> requests(DataOptions data) {
        List<String> names = names();
        // By identity: comparing records for the first time takes a tenth of a whole comparison.
        if (names.isEmpty() && columns == COVARIATES) {
            throw OptionChecks.wrong("--covariates, the columns to show, is not given", "it is required");
        }
        DataOptions.refuseIds(data.id(), columns.name(), names);
        if (names.contains(data.arm())) {
            throw OptionChecks.wrong(
                    columns.name() + " names " + data.arm() + ", the column of arms",
                    "wanted what was known before anybody had an arm");
        }
        List<String> categories = kind(CATEGORIES, names);
        List<String> amounts = kind(AMOUNTS, names);
        List<CovariateRequest> requests = new ArrayList<>();
        for (String name : names) {
            if (categories.contains(name) && amounts.contains(name)) {
                throw OptionChecks.wrong(
                        name + " is named by " + CATEGORIES.name() + " and " + AMOUNTS.name(), "wanted one of the two");
            }
            Optional<Kind> kind = categories.contains(name)
                    ? Optional.of(Kind.CATEGORY)
                    : amounts.contains(name) ? Optional.of(Kind.AMOUNT) : Optional.empty();
            requests.add(CovariateRequest.of(name, kind));
        }
        return requests;
    }

    private List<String> kind(CliOption option, List<String> names) {
        List<String> given = option.values(parsed);
        Set<String> known = new LinkedHashSet<>(names);
        String among = columns.name();
        if (isOfSubgroups(parsed) && !DataOptions.ADJUST.values(parsed).isEmpty()) {
            known.addAll(DataOptions.BY.values(parsed));
            known.addAll(DataOptions.ADJUST.values(parsed));
            among = DataOptions.BY.name() + " or " + DataOptions.ADJUST.name();
        }
        if (isOfSubgroups(parsed) && names.isEmpty()) {
            // Told of with the columns of --by.
            return given;
        }
        for (String name : given) {
            if (!known.contains(name)) {
                throw OptionChecks.wrong(
                        option.name() + " names " + name + ", which is no covariate",
                        (known.isEmpty() ? "wanted it" : "wanted one of " + String.join(", ", known) + ", or it")
                                + " among " + among);
            }
        }
        return given;
    }

    /** Refuses what a plan says itself. */
    void refuseKinds() {
        for (CliOption option : List.of(CATEGORIES, AMOUNTS)) {
            if (option.given(parsed)) {
                throw OptionChecks.wrong(
                        option.name() + " is given with a plan",
                        "a plan says it by where it describes the column, under participants: columns or amounts");
            }
        }
    }

    /** A covariate in words, as settings give it. */
    static String words(Covariate covariate) {
        if (covariate.isAmount()) {
            return "amount";
        }
        return covariate.isYesNo() ? "yes/no, event " + covariate.event() : "category";
    }
}
