package org.ipstrial.dataimport.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a contact was, by the words that a file may use. */
enum ContactKind {
    /** Somebody talked to an employer about this person. */
    EMPLOYER(List.of("employer_contact", "employer", "arbejdsgiverkontakt", "virksomhedskontakt")),
    /** The consultant met the person. */
    MEETING(List.of("meeting", "møde", "samtale")),
    /** By telephone or in writing. */
    CALL(List.of("phone", "telefon", "message", "besked")),
    /** Anything else. */
    OTHER(List.of("other", "andet"));

    private final List<String> words;

    ContactKind(List<String> words) {
        this.words = words;
    }

    /** The kind of a word, in capitals or not. */
    static Optional<ContactKind> named(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.words.contains(small))
                .findFirst();
    }

    /** The words of all. */
    static List<String> known() {
        return Arrays.stream(values()).flatMap(kind -> kind.words.stream()).toList();
    }
}
