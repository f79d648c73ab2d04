package org.ipstrial.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Findings as JSON, one object a line. */
public final class JsonMessages {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonMessages() {}

    /** All findings; what was counted and not kept comes last, as {@code {"code": …, "more": n}}. */
    public static String render(Findings findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings.inReadingOrder()) {
            text.append(line(finding)).append('\n');
        }
        for (Map.Entry<FindingCode, Long> more : findings.beyondKept().entrySet()) {
            text.append(more(more.getKey(), more.getValue())).append('\n');
        }
        return JsonText.inert(text.toString());
    }

    private static String line(Finding finding) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("code", finding.code().id());
            json.writeStringField("severity", finding.code().severity().word());
            json.writeStringField("file", finding.where().file());
            json.writeFieldName("line");
            if (finding.where().line() > 0) {
                json.writeNumber(finding.where().line());
            } else {
                json.writeNull();
            }
            json.writeStringField("column", finding.where().column());
            json.writeStringField("message", finding.message());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String more(FindingCode code, long count) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("code", code.id());
            json.writeNumberField("more", count);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
