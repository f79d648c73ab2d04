package org.ipstrial.disclosure;

import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultKey;

/** The column that a result about all its levels, or one of them that adds nothing to it, speaks of. */
final class LevelTerms {

    private static final List<String> ABOUT = List.of("by=", "prognosis=");

    private LevelTerms() {}

    /** The column as strata write it, with a backslash before each sign of its own. */
    static Optional<String> column(ResultKey key) {
        String term = key.term();
        if (key.measure() == Measure.STRATUM_COUNT && !key.reference().isEmpty()) {
            return Optional.of(upTo('=', term));
        }
        return ABOUT.stream()
                .filter(term::startsWith)
                .findFirst()
                .map(name -> upTo(';', term.substring(name.length())));
    }

    private static String upTo(char end, String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != end) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(0, Math.min(at, text.length()));
    }
}
