package org.ipstrial.dataimport.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.NearestName;

/** A yes/no outcome: one value is the event and one other is not. */
final class BinaryColumn {

    private final RawColumn column;
    private final String[] cells;
    private final Values values;
    private final Findings findings;

    BinaryColumn(RawColumn column, String[] cells, Values values, Findings findings) {
        this.column = column;
        this.cells = cells;
        this.values = values;
        this.findings = findings;
    }

    /** The events; nothing where they cannot be told. */
    Optional<ReadOutcome> read(Optional<String> eventValue) {
        return eventValue.isPresent() ? named(eventValue.get()) : usual();
    }

    private Optional<ReadOutcome> named(String event) {
        boolean number = values.isNumber(event);
        UnaryOperator<String> valueOf = number ? values::key : UnaryOperator.identity();
        String wanted = valueOf.apply(event);
        Predicate<String> isEvent = cell -> valueOf.apply(cell).equals(wanted);
        List<String> others =
                values.spellings().keySet().stream().filter(isEvent.negate()).toList();
        long different = others.stream().map(valueOf).distinct().count();
        boolean absent = others.size() == values.spellings().size();
        if (absent && !values.areMany() && different == 1) {
            String only = Shown.value(others.get(0));
            findings.add(FindingCode.W244, column.whole(), Shown.cut(event), known(), only);
        } else if (absent && Arrays.stream(cells).noneMatch(cell -> cell != null && isEvent.test(cell))) {
            String nearest = NearestName.to(event, others)
                    .map(name -> "the nearest is " + Shown.value(name))
                    .orElse("give --event-value with one of them");
            findings.add(FindingCode.E244, column.whole(), Shown.cut(event), values.counts(), nearest);
            return Optional.empty();
        } else if (different > 1 || values.areMany()) {
            tooMany(event);
        }
        return Optional.of(ReadOutcome.ofEvents(column.name(), event, events(isEvent)));
    }

    /** No event named: 1, yes, ja or true, whatever the other value is, but no two numbers other than 0 and 1. */
    private Optional<ReadOutcome> usual() {
        Map<String, String> keys = values.keys();
        if (values.areTwoNumbers()) {
            findings.add(FindingCode.E234, column.whole(), values.counts());
            return Optional.empty();
        }
        List<String> yes = keys.keySet().stream().filter(Values::isYes).toList();
        String onlyNo = keys.size() == 1 ? Values.yesOf(keys.keySet().iterator().next()) : "";
        if (yes.size() != 1 && onlyNo.isEmpty()) {
            findings.add(FindingCode.E242, column.whole(), values.counts());
            return Optional.empty();
        }
        String event = yes.isEmpty() ? onlyNo : keys.get(yes.get(0));
        if (keys.size() > 2 || values.areMany()) {
            tooMany(event);
        }
        String key = yes.isEmpty() ? onlyNo : yes.get(0);
        return Optional.of(ReadOutcome.ofEvents(
                column.name(), event, events(cell -> values.key(cell).equals(key))));
    }

    private void tooMany(String event) {
        String number =
                (values.areMany() ? "more than " : "") + values.spellings().size();
        findings.add(FindingCode.E243, column.whole(), number, values.counts(), Shown.value(event));
    }

    private long known() {
        return Arrays.stream(cells).filter(cell -> cell != null).count();
    }

    private List<Boolean> events(Predicate<String> isEvent) {
        Map<String, Boolean> told = new HashMap<>();
        List<Boolean> events = new ArrayList<>(cells.length);
        for (String cell : cells) {
            events.add(cell == null ? null : told.computeIfAbsent(cell, isEvent::test));
        }
        return events;
    }
}
