package org.ipstrial.plan.lock;

import java.util.List;

/**
 * One thing that is other than in the locked plan.
 *
 * @param path   where: keys, and the ids of listed analyses, from the top
 * @param before what the locked plan says; empty where it says nothing
 * @param after  what the plan says now; empty where it says nothing
 */
public record PlanChange(List<String> path, String before, String after) {

    /** Copies the path. */
    public PlanChange {
        path = List.copyOf(path);
    }

    /** The place in words, as {@code analyses.primary.level}. */
    public String place() {
        return String.join(".", path);
    }

    /** The change in words: {@code +} what is new, {@code -} what is gone, {@code ~} what is other. */
    public String words() {
        if (before.isEmpty()) {
            return "+ " + place() + ": " + after;
        }
        return after.isEmpty() ? "- " + place() + ": " + before : "~ " + place() + ": " + before + " -> " + after;
    }

    /** Whether it lies at a place or below. */
    boolean isAt(String... place) {
        return path.size() >= place.length && path.subList(0, place.length).equals(List.of(place));
    }
}
