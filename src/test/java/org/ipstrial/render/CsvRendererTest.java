package org.ipstrial.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.SheetText;
import org.junit.jupiter.api.Test;

/** A row that needs no quotes and one that does are written alike: as the library for CSV writes both. */
class CsvRendererTest {

    /** Every character at the beginning, within and at the end of a cell. */
    private static List<String> groups() {
        List<String> groups = new ArrayList<>(List.of("", "a b", "Ærø", "日本"));
        IntStream.concat(IntStream.rangeClosed(' ', '~'), IntStream.of('\n', '\r', '\t', 0xa0))
                .mapToObj(Character::toString)
                .forEach(c -> groups.addAll(List.of(c + "x", "x" + c, "x" + c + "y", c)));
        return groups.stream().distinct().toList();
    }

    @Test
    void everyCharacterIsWrittenAsTheLibraryWritesItAndReadBack() throws IOException {
        List<String> groups = groups();
        List<Result> results = groups.stream()
                .map(group -> new Result(
                        new ResultKey("rates", "all-rows", "", "o", "", group, "", "", "", Measure.COUNT, ""),
                        Map.of(Statistic.EVENTS, Cell.count(5)),
                        ""))
                .toList();
        String text = CsvRenderer.render(CellPolicy.NONE.release(
                new ResultTable("rates", List.of(), Map.of(), Map.of(), results, List.of(), List.of())));

        List<CSVRecord> records =
                CSVParser.parse(new StringReader(text), CSVFormat.RFC4180).getRecords();
        assertThat(records).hasSize(1 + groups.size());
        StringBuilder again = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        for (CSVRecord written : records) {
            format.printRecord(again, (Object[]) written.values());
        }
        assertThat(text).isEqualTo(again.toString());
        for (int i = 0; i < groups.size(); i++) {
            assertThat(records.get(1 + i).get(5)).isEqualTo(SheetText.cell(groups.get(i)));
        }
    }
}
