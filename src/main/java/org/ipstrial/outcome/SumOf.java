package org.ipstrial.outcome;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount that is the sum of others, such as income of wages and benefits: where it is imputed its parts are, and it is
 * worked out from them anew in every imputation.
 *
 * @param name  its name
 * @param parts the names of what it is the sum of, two or more and each once
 */
public record SumOf(String name, List<String> parts) {

    /** Refuses what is no sum. */
    public SumOf {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        if (!isSum(name, parts)) {
            throw new IllegalArgumentException(name + " must be the sum of two others at least, got " + parts);
        }
    }

    /** Reads {@code NAME=A+B}, with blanks around the signs or none; nothing where it is not written so. */
    public static Optional<SumOf> parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            return Optional.empty();
        }
        String name = text.substring(0, sign).strip();
        List<String> parts = Arrays.stream(text.substring(sign + 1).split("\\+", -1))
                .map(String::strip)
                .toList();
        return isSum(name, parts) ? Optional.of(new SumOf(name, parts)) : Optional.empty();
    }

    /** Whether a name and parts can be a sum. */
    public static boolean isSum(String name, List<String> parts) {
        return !name.isEmpty()
                && parts.size() > 1
                && parts.stream().noneMatch(part -> part.isEmpty() || part.equals(name))
                && new HashSet<>(parts).size() == parts.size();
    }

    /** The parts in words. */
    public String words() {
        return String.join(" + ", parts);
    }
}
