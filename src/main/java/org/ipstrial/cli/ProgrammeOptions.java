package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.plan.participants.DateFormat;
import picocli.CommandLine.ParseResult;

/** What the commands about how a programme is run have in common. */
final class ProgrammeOptions {

    /** How days are written. */
    static final CliOption DATE_FORMAT = CliOption.one(
                    "--date-format", "FORMAT", "How days are written: " + String.join(", ", DateFormat.ids()))
            .orElse(DateFormat.ISO.id())
            .among(DateFormat.ids());

    private ProgrammeOptions() {}

    /** How days are written. */
    static DateFormat dates(ParseResult parsed) {
        return DateFormat.named(DATE_FORMAT.oneOf(parsed).orElseThrow());
    }

    /** The name of the file to read. */
    static String required(ParseResult parsed, String label) {
        return new DataOptions(parsed)
                .data()
                .orElseThrow(() -> OptionChecks.wrong(label + " is not given", "it is required"));
    }

    /** A second file, which cannot be standard input. */
    static Optional<DataSource> source(CliOption option, ParseResult parsed) {
        return option.value(parsed).map(name -> {
            if (name.equals("-")) {
                throw OptionChecks.wrong(option.name() + " -", "standard input is for one file; name a file");
            }
            return DataSource.file(Path.of(name));
        });
    }

    /** A file as results name it. */
    static InputFile input(String name, String sha256, long rows) {
        String shown = name.equals("-") ? "standard input" : TrialData.fileName(Path.of(name));
        return new InputFile(shown, sha256, rows);
    }
}
