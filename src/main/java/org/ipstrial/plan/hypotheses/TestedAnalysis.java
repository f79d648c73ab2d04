package org.ipstrial.plan.hypotheses;

import java.util.List;
import java.util.Map;

/**
 * An analysis of the plan, as far as hypotheses may refer to it.
 *
 * @param id           its name
 * @param command      the command that does it
 * @param tests        whether the command tests anything
 * @param outcomes     the outcomes that it names
 * @param methods      each measure that the command computes with the methods of it
 * @param adjusted     whether it adjusts its own contrasts
 */
public record TestedAnalysis(
        String id,
        String command,
        boolean tests,
        List<String> outcomes,
        Map<String, List<String>> methods,
        boolean adjusted) {}
