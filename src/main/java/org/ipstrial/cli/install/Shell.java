package org.ipstrial.cli.install;

import java.util.List;
import java.util.stream.Collectors;

/** What the completions of all shells have in common. */
final class Shell {

    /** The first line of each file, after what the shell wants there. */
    static final String MADE =
            "# Completion of ipstrial's command line; written by the build from the options themselves.\n";

    private Shell() {}

    /** A word that the shell takes as it stands. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Words, each as the shell takes it as it stands. */
    static String quoted(List<String> words) {
        return words.stream().map(Shell::quoted).collect(Collectors.joining(" "));
    }

    /** The short words beside a candidate. */
    static String hint(String... description) {
        return Entry.firstSentence(Entry.text(description));
    }
}
