package org.ipstrial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Severity;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.render.JsonMessages;

/** Standard input, output and error. Results go to the one, messages to the other. */
final class Console {

    private final InputStream in;
    private final TrackedWriter trackedOut;
    private final PrintWriter out;
    private final PrintWriter err;

    Console(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.trackedOut = new TrackedWriter(out);
        this.out = new PrintWriter(trackedOut);
        this.err = new PrintWriter(new TrackedWriter(err));
    }

    InputStream in() {
        return in;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Sends everything out, and says what became of standard output. */
    Optional<IOException> finish() {
        out.flush();
        err.flush();
        return trackedOut.failure();
    }

    /** Prints findings as lines of text: refusals first told as errors, the rest of a code as a count. */
    void print(Findings findings, Messages messages) {
        if (messages.json()) {
            err.print(JsonMessages.render(findings));
        } else {
            for (Finding finding : findings.inReadingOrder()) {
                if (!messages.quiet() || finding.code().severity() == Severity.REFUSAL) {
                    line(finding.line());
                }
            }
            findings.beyondKept().forEach((code, more) -> {
                if (!messages.quiet() || code.severity() == Severity.REFUSAL) {
                    line("and " + more + " more of " + code.id());
                }
            });
        }
        err.flush();
    }

    /** Puts text in the place of the last line of standard error, which must be a terminal. */
    void transientLine(String text) {
        err.print("\r\u001b[K" + text);
        err.flush();
    }

    /** Prints one line to standard error, in which nothing is left that a terminal or a build server would obey. */
    void line(String text) {
        err.print(VisibleText.line(text) + "\n");
    }
}
