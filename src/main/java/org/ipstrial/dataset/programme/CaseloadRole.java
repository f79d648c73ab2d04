package org.ipstrial.dataset.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody who has people is; the limit depends on it. */
public enum CaseloadRole {
    /** An employment specialist. */
    CONSULTANT("consultant", List.of("consultant", "konsulent", "ips-konsulent")),
    /** The leader of a team, who has people too. */
    LEADER("leader", List.of("leader", "leder", "teamleder"));

    private final String id;
    private final List<String> words;

    CaseloadRole(String id, List<String> words) {
        this.id = id;
        this.words = words;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }

    /** The role of a word in a file, in capitals or not. */
    public static Optional<CaseloadRole> named(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(role -> role.words.contains(small))
                .findFirst();
    }

    /** The words of all. */
    public static List<String> known() {
        return Arrays.stream(values()).flatMap(role -> role.words.stream()).toList();
    }
}
