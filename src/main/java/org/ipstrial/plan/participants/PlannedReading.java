package org.ipstrial.plan.participants;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code participants.reading}: how the file is written, where it does not tell itself.
 *
 * @param delimiter what stands between fields: a character or {@code tab}
 * @param decimal   the decimal mark
 * @param encoding  the character encoding
 * @param quote     what quotes a field
 * @param missing   codes that mean missing
 * @param skip      lines above the header
 * @param dates     how dates are written
 */
public record PlannedReading(
        Optional<String> delimiter,
        Optional<String> decimal,
        Optional<String> encoding,
        Optional<String> quote,
        List<String> missing,
        Optional<Long> skip,
        DateFormat dates) {

    /** Where the file tells itself. */
    public static final PlannedReading NONE = new PlannedReading(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            DateFormat.ISO);

    private static final int MOST_LINES = 1_000_000;

    /** The key {@code reading} of a section. */
    public static PlannedReading of(Fields section) {
        return section.get("reading")
                .flatMap(PlanValue::fields)
                .map(PlannedReading::read)
                .orElse(NONE);
    }

    private static PlannedReading read(Fields fields) {
        PlannedReading reading = new PlannedReading(
                fields.word("delimiter", List.of(",", ";", "|", "tab")),
                fields.word("decimal", List.of(".", ",")),
                fields.get("encoding").flatMap(PlannedReading::encoding),
                fields.word("quote", List.of("double", "single", "none")),
                fields.texts("missing").stream().map(Sited::value).toList(),
                fields.whole("skip", 0, MOST_LINES),
                fields.word("date_format", DateFormat.ids())
                        .map(DateFormat::named)
                        .orElse(DateFormat.ISO));
        fields.noOthers();
        return reading;
    }

    private static Optional<String> encoding(PlanValue value) {
        Optional<String> name = value.text().map(Sited::value);
        return name.filter(text -> {
            boolean known;
            try {
                known = Charset.isSupported(text);
            } catch (IllegalCharsetNameException e) {
                known = false;
            }
            if (!known) {
                value.refuse(
                        FindingCode.E426,
                        "the encoding '" + PlanWords.cut(text) + "' is not known to this Java",
                        "a name such as windows-1252",
                        "correct it");
            }
            return known;
        });
    }
}
