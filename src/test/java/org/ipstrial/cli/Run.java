package org.ipstrial.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the real program, in this process.
 *
 * @param exit exit code
 * @param out  standard output
 * @param err  standard error
 */
record Run(int exit, String out, String err) {

    /** The real trial that ships with the program. */
    static final Path SUPPORTED_WORK = Path.of("sample-data/supported-work/participants.csv");

    static Run of(String... args) {
        return withInput(new ByteArrayInputStream(new byte[0]), args);
    }

    static Run of(List<String> args) {
        return of(args.toArray(String[]::new));
    }

    static Run withInput(InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(args, new Console(in, out, err));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The value of a row of the CSV form, told by the fields of its key that matter. */
    String value(String... fields) {
        List<String> found = out.lines()
                .filter(line -> List.of(line.split(",", -1)).containsAll(List.of(fields)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("wanted one row with " + List.of(fields) + ", found " + found);
        }
        return found.get(0).split(",", -1)[12];
    }
}
