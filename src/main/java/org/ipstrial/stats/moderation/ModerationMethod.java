package org.ipstrial.stats.moderation;

/** A way to find out how an effect changes along an amount. */
@FunctionalInterface
public interface ModerationMethod {

    /** What it finds in some data. */
    Moderation of(ModeratedData data);
}
