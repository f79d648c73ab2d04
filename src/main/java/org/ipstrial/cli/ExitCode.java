package org.ipstrial.cli;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipstrial.finding.Domain;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Severity;

/** What the program ends with. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;
    /** A check that the user asked for failed. */
    static final int CHECK_FAILED = 1;
    /** Wrong command line. */
    static final int USAGE = 2;
    /** A file could not be read or written. */
    static final int FILE = 5;
    /** Done, but something that an option named could not be estimated. */
    static final int NOT_ESTIMABLE = 6;
    /** A fault of the program. */
    static final int FAULT = 70;
    /** The reader of standard output went away. */
    static final int READER_GONE = 141;

    /** What each means, for pages. */
    static final SortedMap<Integer, String> MEANINGS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry(DONE, "Done."),
            Map.entry(CHECK_FAILED, "A check that you asked for failed."),
            Map.entry(USAGE, "Wrong command line."),
            Map.entry(3, "The data were refused."),
            Map.entry(4, "The plan was refused."),
            Map.entry(FILE, "A file could not be read or written."),
            Map.entry(NOT_ESTIMABLE, "Done, but something that you named could not be estimated."),
            Map.entry(7, "Refused to protect the people in the data."),
            Map.entry(FAULT, "A fault of the program."),
            Map.entry(READER_GONE, "The reader of standard output went away."))));

    private static final Map<Domain, Integer> OF_DOMAIN = new EnumMap<>(
            Map.of(Domain.USAGE, USAGE, Domain.DATA, 3, Domain.PLAN, 4, Domain.FILE, FILE, Domain.PRIVACY, 7));

    /** Of findings from several domains the first of these decides. */
    private static final List<Domain> PRECEDENCE =
            List.of(Domain.PRIVACY, Domain.FILE, Domain.PLAN, Domain.DATA, Domain.USAGE);

    private ExitCode() {}

    /** The exit code of a refused run. */
    static int of(Findings findings) {
        return PRECEDENCE.stream()
                .filter(domain -> findings.codes().stream()
                        .anyMatch(code -> findings.severity(code) == Severity.REFUSAL && code.domain() == domain))
                .map(OF_DOMAIN::get)
                .findFirst()
                .orElse(FAULT);
    }
}
