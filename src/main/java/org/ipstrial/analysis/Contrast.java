package org.ipstrial.analysis;

/**
 * Two arms that are compared: group minus reference, or group over reference.
 *
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 */
public record Contrast(String group, String reference) {}
