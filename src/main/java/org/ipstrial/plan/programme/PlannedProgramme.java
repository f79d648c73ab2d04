package org.ipstrial.plan.programme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;

/**
 * The section {@code programme}: for each command about how the programme is run its files and what is asked of them.
 *
 * @param parts by command, in the order in which a report has them
 */
public record PlannedProgramme(Map<String, Part> parts) {

    /** A plan that says nothing of it. */
    public static final PlannedProgramme NONE = new PlannedProgramme(Map.of());

    /** The key in a plan. */
    public static final String KEY = "programme";

    /**
     * What one command is to do.
     *
     * @param file    its first file
     * @param files   the other files by the option that takes them
     * @param options values by the option that says the same
     */
    public record Part(Path file, Map<String, Path> files, Map<String, List<String>> options) {

        /** Copies the options. */
        public Part {
            files = new LinkedHashMap<>(files);
            options = new LinkedHashMap<>(options);
        }

        /** All its files, the first one first. */
        public List<Path> all() {
            List<Path> all = new ArrayList<>(List.of(file));
            all.addAll(files.values());
            return all;
        }
    }

    /** Copies the parts. */
    public PlannedProgramme {
        parts = new LinkedHashMap<>(parts);
    }

    /** Reads the section of a plan, if it has one. */
    public static PlannedProgramme read(Fields plan, PlanFolder folder) {
        Optional<Fields> section = plan.get(KEY).flatMap(PlanValue::fields);
        Map<String, Part> parts = new LinkedHashMap<>();
        section.ifPresent(fields -> {
            part(fields, "fidelity", folder, ProgrammeReader::fidelity).ifPresent(part -> parts.put("fidelity", part));
            part(fields, "screening", folder, ProgrammeReader::screening)
                    .ifPresent(part -> parts.put("screening", part));
            part(fields, "caseload", folder, ProgrammeReader::caseload).ifPresent(part -> parts.put("caseload", part));
            fields.noOthers();
        });
        return new PlannedProgramme(parts);
    }

    @FunctionalInterface
    private interface Reading {
        void of(ProgrammeReader reader);
    }

    private static Optional<Part> part(Fields fields, String key, PlanFolder folder, Reading reading) {
        return fields.get(key).flatMap(PlanValue::fields).map(own -> {
            ProgrammeReader reader = new ProgrammeReader(own, folder);
            reading.of(reader);
            return reader.part();
        });
    }

    /** The part of a command. */
    public Optional<Part> part(String command) {
        return Optional.ofNullable(parts.get(command));
    }

    /** All files that it names. */
    public List<Path> files() {
        return parts.values().stream().flatMap(part -> part.all().stream()).toList();
    }
}
