package org.ipstrial.dataimport;

import java.util.Optional;

/** What stands around a field that holds delimiters or line ends. */
public enum Quote {
    /** {@code "}. */
    DOUBLE('"'),
    /** {@code '}. */
    SINGLE('\''),
    /** Nothing: every quote is part of the text. */
    NONE(null);

    private final Character character;

    Quote(Character character) {
        this.character = character;
    }

    /** The character, or nothing. */
    public Optional<Character> character() {
        return Optional.ofNullable(character);
    }
}
