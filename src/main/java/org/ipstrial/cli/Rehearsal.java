package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.dataset.Participants;
import org.ipstrial.stats.resampling.Draws;
import org.ipstrial.stats.resampling.RandomStreams;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A trial whose arms are shuffled over its people, so that its report can be written and read before anybody is unblinded.
 *
 * <p>The arms are permuted over everybody, and after that the arms among themselves: how many are in each arm stays among the
 * numbers of people, but which arm has how many is drawn, the control among them. Nothing that is computed of such a trial
 * tells of the real arms, whatever their sizes.
 */
final class Rehearsal {

    /** Handed on to the parts of a report only; no command has it. */
    private static final String OPTION = "--rehearsed-with";

    private Rehearsal() {}

    /** Lets a command line be part of a rehearsal. */
    static void allowIn(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(OPTION)
                .arity("1")
                .type(String.class)
                .hidden(true)
                .build());
    }

    /** The argument that makes it so. */
    static String argument(long seed) {
        return OPTION + "=" + seed;
    }

    /** The seed, where the command is part of a rehearsal. */
    static Optional<Long> seed(ParseResult parsed) {
        return parsed.commandSpec().findOption(OPTION) == null
                ? Optional.empty()
                : Optional.ofNullable(parsed.<String>matchedOptionValue(OPTION, null))
                        .map(Long::valueOf);
    }

    /** The people with their arms shuffled. */
    static Participants shuffled(Participants people, String column, long seed) {
        List<String> levels = people.everybody().levels(column);
        return people.withLabels(column, arms -> shuffled(arms, levels, seed));
    }

    static List<String> shuffled(List<String> arms, List<String> levels, long seed) {
        RandomStreams streams = RandomStreams.of(seed, List.of(ReportCommand.NAME, "rehearsal"));
        List<String> permuted = permuted(arms, streams.replicate(0));
        List<String> roles = permuted(levels, streams.replicate(1));
        Map<String, String> role = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            role.put(levels.get(i), roles.get(i));
        }
        return permuted.stream().map(arm -> role.getOrDefault(arm, arm)).toList();
    }

    /** Fisher and Yates's shuffle. */
    private static List<String> permuted(List<String> items, Draws draws) {
        List<String> permuted = new ArrayList<>(items);
        for (int i = permuted.size() - 1; i > 0; i--) {
            int j = draws.below(i + 1);
            String item = permuted.get(i);
            permuted.set(i, permuted.get(j));
            permuted.set(j, item);
        }
        return permuted;
    }
}
