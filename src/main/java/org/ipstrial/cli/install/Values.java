package org.ipstrial.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand for the value of an option or argument.
 *
 * @param kind    of which kind it is
 * @param words   all values there are, where they are known
 * @param several whether a comma parts several
 */
record Values(Kind kind, List<String> words, boolean several) {

    /** Kinds of values. */
    enum Kind {
        /** There is no value. */
        NONE,
        /** One of some words. */
        WORDS,
        /** A file. */
        FILE,
        /** A plan file. */
        PLAN,
        /** A folder. */
        FOLDER,
        /** Anything else, which nobody but the user knows. */
        OTHER
    }

    private static final Map<String, Kind> OF_LABEL = Map.ofEntries(
            Map.entry("FILE", Kind.FILE),
            Map.entry("DATA", Kind.FILE),
            Map.entry("STUDIES", Kind.FILE),
            Map.entry("CLAIMS", Kind.FILE),
            Map.entry("A", Kind.FILE),
            Map.entry("B", Kind.FILE),
            Map.entry("PLAN", Kind.PLAN),
            Map.entry("FOLDER", Kind.FOLDER));

    static Values of(ArgSpec spec) {
        if (spec.arity().max() == 0) {
            return new Values(Kind.NONE, List.of(), false);
        }
        List<String> words = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(words::add);
        }
        Kind kind = words.isEmpty() ? OF_LABEL.getOrDefault(spec.paramLabel(), Kind.OTHER) : Kind.WORDS;
        return new Values(kind, List.copyOf(words), spec.splitRegex().equals(","));
    }
}
