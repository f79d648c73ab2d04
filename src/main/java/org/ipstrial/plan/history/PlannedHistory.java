package org.ipstrial.plan.history;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * What a plan says of what people did after randomisation.
 *
 * @param spells   the file of spells, if there is one
 * @param weeks    the file of register weeks, if there is one
 * @param followUp the file of follow-up; without it everybody was seen until the data cut, as in a register
 * @param horizon  how long after randomisation outcomes are counted, if they do not say it themselves
 * @param dataCut  the last day of which the files tell anything
 */
public record PlannedHistory(
        Optional<PlannedSpells> spells,
        Optional<PlannedWeeks> weeks,
        Optional<PlannedFollowUp> followUp,
        Optional<Horizon> horizon,
        Optional<Sited<LocalDate>> dataCut) {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Reads the sections from the plan's own keys. */
    public static PlannedHistory read(Fields plan, PlanFolder folder) {
        Optional<PlannedSpells> spells =
                plan.get("spells").flatMap(PlanValue::fields).map(section -> PlannedSpells.read(section, folder));
        Optional<PlannedWeeks> weeks =
                plan.get("weeks").flatMap(PlanValue::fields).map(section -> PlannedWeeks.read(section, folder));
        Optional<PlannedFollowUp> followUp =
                plan.get("follow_up").flatMap(PlanValue::fields).map(section -> PlannedFollowUp.read(section, folder));
        Optional<Horizon> horizon = plan.get("horizon").flatMap(PlannedHistory::horizon);
        Optional<Sited<LocalDate>> cut = plan.get("data_cut").flatMap(PlannedHistory::day);
        if ((spells.isPresent() || weeks.isPresent() || followUp.isPresent())
                && cut.isEmpty()
                && plan.get("data_cut").isEmpty()) {
            plan.self().refuse(FindingCode.E409, "data_cut", "the last day of which the files tell anything");
        }
        return new PlannedHistory(spells, weeks, followUp, horizon, cut);
    }

    /** Columns of a file that the plan names both as its ids and as something that messages may show. */
    public List<Sited<String>> idsAsAnythingElse() {
        List<Sited<String>> columns = new ArrayList<>();
        spells.ifPresent(file -> columns.addAll(same(
                file.id(),
                List.of(file.activity(), file.start(), file.end(), file.hoursPerWeek(), file.hourlyWage()))));
        weeks.filter(file -> !file.wide())
                .ifPresent(file -> columns.addAll(same(file.id(), List.of(file.week(), file.code()))));
        followUp.ifPresent(file -> columns.addAll(same(file.id(), List.of(file.lastSeen(), file.reason()))));
        return columns;
    }

    private static List<Sited<String>> same(Sited<String> id, List<Sited<String>> columns) {
        return columns.stream()
                .filter(column -> column.value().equals(id.value()))
                .toList();
    }

    /** A horizon such as {@code 18 months}. */
    public static Optional<Horizon> horizon(PlanValue value) {
        return value.text().map(Sited::value).flatMap(text -> {
            Optional<Horizon> horizon = Horizon.of(text);
            if (horizon.isEmpty()) {
                value.refuse(
                        FindingCode.E410,
                        "'" + PlanWords.cut(text) + "'",
                        "a number of days, weeks, months or years",
                        "write for example 18 months");
            }
            return horizon;
        });
    }

    /** A day such as {@code 2017-08-31}. */
    public static Optional<Sited<LocalDate>> day(PlanValue value) {
        return value.text().map(Sited::value).flatMap(text -> {
            try {
                return Optional.of(new Sited<>(LocalDate.parse(text, ISO), value.where()));
            } catch (DateTimeParseException e) {
                value.refuse(
                        FindingCode.E410, "'" + PlanWords.cut(text) + "'", "a day as yyyy-mm-dd", "write 2017-08-31");
                return Optional.empty();
            }
        });
    }
}
