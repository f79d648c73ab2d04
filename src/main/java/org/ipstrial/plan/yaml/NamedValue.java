package org.ipstrial.plan.yaml;

/**
 * A key that the plan's author chose, with its value.
 *
 * @param name  the key
 * @param value its value
 */
public record NamedValue(Sited<String> name, PlanValue value) {}
