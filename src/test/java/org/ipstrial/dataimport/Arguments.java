package org.ipstrial.dataimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;

/** As much of a fixture's command line as reading the file needs. */
record Arguments(Map<String, List<String>> values) {

    static Arguments of(Path file) {
        try {
            List<String> words = Files.readAllLines(file, StandardCharsets.UTF_8);
            Map<String, List<String>> values = new LinkedHashMap<>();
            // The command and its file come first.
            for (int i = 2; i < words.size(); i += 2) {
                values.computeIfAbsent(words.get(i), any -> new ArrayList<>()).add(words.get(i + 1));
            }
            return new Arguments(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadOptions options() {
        ReadOptions defaults = ReadOptions.defaults();
        return new ReadOptions(
                one("--delimiter").map(value -> value.charAt(0)),
                one("--encoding").map(Charset::forName),
                one("--decimal").map(value -> value.charAt(0)),
                one("--quote")
                        .map(value -> Quote.valueOf(value.toUpperCase(Locale.ROOT)))
                        .orElse(Quote.DOUBLE),
                values.containsKey("--missing") ? new LinkedHashSet<>(values.get("--missing")) : defaults.missing(),
                one("--skip").map(Integer::parseInt).orElse(0),
                one("--max-rows").map(Long::parseLong).orElse(defaults.maxRows()));
    }

    ParticipantsRequest request() {
        Optional<OutcomeKind> kind = one("--kind").map(value -> OutcomeKind.valueOf(value.toUpperCase(Locale.ROOT)));
        List<OutcomeRequest> outcomes = one("--outcome").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(column -> new OutcomeRequest(column, kind, one("--event-value")))
                .toList();
        Set<FindingCode> allowed = values.getOrDefault("--allow", List.of()).stream()
                .map(FindingCode::valueOf)
                .collect(Collectors.toSet());
        List<CovariateRequest> covariates = list("--covariates").stream()
                .map(column -> CovariateRequest.of(column, covariateKind(column)))
                .toList();
        return new ParticipantsRequest(
                        one("--id").orElse("id"), one("--arm").orElse("arm"), list("--by"), outcomes, allowed)
                .with(covariates);
    }

    private Optional<CovariateRequest.Kind> covariateKind(String column) {
        if (list("--categories").contains(column)) {
            return Optional.of(CovariateRequest.Kind.CATEGORY);
        }
        return list("--amounts").contains(column) ? Optional.of(CovariateRequest.Kind.AMOUNT) : Optional.empty();
    }

    private List<String> list(String option) {
        return one(option).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    private Optional<String> one(String option) {
        return values.getOrDefault(option, List.of()).stream().findFirst();
    }
}
