package org.ipstrial.dataimport.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.Quote;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.claims.Claims;
import org.ipstrial.dataset.claims.EffectClaim;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsImportTest {

    private static Claims read(String text, char decimal) {
        ReadOptions usual = ReadOptions.defaults();
        ReadOptions options = new ReadOptions(
                Optional.of(decimal == ',' ? ';' : ','),
                Optional.empty(),
                decimal == '.' ? Optional.empty() : Optional.of(decimal),
                Quote.DOUBLE,
                usual.missing(),
                0,
                100);
        return ClaimsImport.read(
                        DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        options,
                        Set.of())
                .claims();
    }

    private static Claims read(String text) {
        return read(text, '.');
    }

    private static List<String> refused(String text) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(text));
        assertThat(refused).isNotNull();
        return refused.findings().inReadingOrder().stream().map(Finding::line).toList();
    }

    private static String in(int line, String column, String says) {
        return "standard input:" + line + ": " + column + ": " + says;
    }

    @Test
    void refusesARowWithoutAReportAndOneThatClaimsNothing() {
        assertThat(refused("report,n,measure\n,5,\nA,,\nB,,risk-ratio\n"))
                .containsExactly(
                        in(
                                2,
                                "report (1)",
                                "an empty cell stands here; wanted the name of the report; write it in [E285]"),
                        in(
                                3,
                                "report (1)",
                                "the row claims nothing; wanted a count, a percentage, a mean or an effect; fill it in, or take"
                                        + " it out [E288]"),
                        in(
                                4,
                                "report (1)",
                                "the row claims nothing; wanted a count, a percentage, a mean or an effect; fill it in, or take"
                                        + " it out [E288]"));
    }

    @ParameterizedTest
    @CsvSource({"randomised,0", "n,0", "items,0"})
    void refusesNobody(String column, String cell) {
        assertThat(refused("report," + column + "\nA," + cell + "\n"))
                .contains(in(
                        2,
                        column + " (2)",
                        "'" + cell + "' stands here; wanted a number of at least 1; correct the cell [E285]"));
    }

    @Test
    void noEventsAreAClaim() {
        assertThat(read("report,events\nA,0\n").arms().get(0).events()).contains(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent|100.1|a percentage from 0 to 100 as printed, such as 18 or 59.9%",
                "percent|-1|a percentage from 0 to 100 as printed, such as 18 or 59.9%",
                "sd|-0.1|digits as printed, such as 18, 59.9 or -1.20, with at most six decimals, not below zero",
                "mean|1.2345678|digits as printed, such as 18, 59.9 or -1.20, with at most six decimals",
                "n|1.5|a whole number of people of at most nine digits",
                "n|1000000000|a whole number of people of at most nine digits",
                "p|1.01|a p-value from 0 to 1 as printed, such as 0.014 or <0.001",
                "p|-0.1|a p-value from 0 to 1 as printed, such as 0.014 or <0.001",
                "p|5%|a p-value from 0 to 1 as printed, such as 0.014 or <0.001",
                "p|<<0.1|a p-value from 0 to 1 as printed, such as 0.014 or <0.001"
            })
    void refusesWhatNoReportCanPrint(String column, String cell, String wanted) {
        assertThat(refused("report,events,measure," + column + "\nA,1,risk-ratio," + cell + "\n"))
                .containsExactly(in(
                        2,
                        column + " (4)",
                        "'" + cell + "' stands here; wanted " + wanted + "; correct the cell [E285]"));
    }

    @Test
    void advisesTheMarkWhereACommaStands() {
        assertThat(refused("report,mean\nA,\"1,5\"\n"))
                .contains(in(
                        2,
                        "mean (2)",
                        "'1,5' stands here; wanted digits as printed, such as 18, 59.9 or -1.20, with at most six decimals;"
                                + " give --decimal , if the file is written so [E285]"));
        assertThat(read("report;mean\nA;1,50\n", ',')
                        .arms()
                        .get(0)
                        .mean()
                        .orElseThrow()
                        .value())
                .isEqualTo(new BigDecimal("1.50"));
    }

    @ParameterizedTest
    @CsvSource({"estimate,2", "conf_low,1", "conf_high,3", "p,0.04"})
    void anyNumberOfAnEffectIsOneAndNeedsAMeasure(String column, String cell) {
        assertThat(refused("report," + column + "\nA," + cell + "\n"))
                .singleElement()
                .asString()
                .startsWith("standard input:2: report (1): the effect has no measure; wanted one of risk-difference, ")
                .endsWith("; correct it, or leave the effect out [E289]");
        assertThat(read("report,measure," + column + "\nA,risk-ratio," + cell + "\n")
                        .effects())
                .hasSize(1);
    }

    @Test
    void refusesAMeasureThatNoClaimHas() {
        assertThat(refused("report,measure,p\nA,hazard,0.04\n"))
                .singleElement()
                .asString()
                .startsWith("standard input:2: measure (2): 'hazard' is no measure of a claim; wanted one of ");
    }

    private static final String ARMS = "report,outcome,arm,reference,n,measure,estimate\n";

    private static EffectClaim effect(String rows) {
        return read(ARMS + rows).effects().get(0);
    }

    /** With two arms there is one to compare with; with three the report must say which. */
    @Test
    void theOtherArmOfTwoIsTheReference() {
        assertThat(effect("A,work,IPS,,9,,\nA,work,SAU,,9,,\nA,work,IPS,,,risk-ratio,2\n")
                        .reference())
                .isEqualTo("SAU");
        assertThat(effect("A,work,IPS,,9,,\nA,work,SAU,,9,,\nA,work,IPS,SAU,,risk-ratio,2\n")
                        .reference())
                .isEqualTo("SAU");
        // Arms of another report, another outcome and of all together are none of it.
        assertThat(effect("A,work,SAU,,9,,\nB,work,X,,9,,\nA,study,Y,,9,,\nA,work,,,9,,\nA,work,IPS,,,risk-ratio,2\n")
                        .reference())
                .isEqualTo("SAU");
        assertThat(effect("A,work,IPS,,,risk-ratio,2\n").reference())
                .as("no arms at all")
                .isEmpty();
        assertThat(effect("A,work,,,,risk-ratio,2\n").arm()).isEmpty();
    }

    @Test
    void refusesAnEffectThatDoesNotSayItsArms() {
        String arms = "A,work,IPS,,9,,\nA,work,SAU,,9,,\nA,work,WAIT,,9,,\n";
        String others =
                "; wanted two of the report's arms under arm and reference; the others of this report and outcome are ";
        assertThat(refused(ARMS + arms
                        + "A,work,IPS,,,risk-ratio,2\nA,work,,,,risk-ratio,2\nA,work,IPS,NONE,,risk-ratio,2\n"))
                .containsExactly(
                        in(
                                5,
                                "report (1)",
                                "the effect does not say which arm it is compared with" + others + "SAU, WAIT [E287]"),
                        in(
                                6,
                                "report (1)",
                                "the effect does not say which arm is compared" + others + "IPS, SAU, WAIT [E287]"),
                        in(
                                7,
                                "report (1)",
                                "the effect does not say which arm it is compared with" + others + "SAU, WAIT [E287]"));
    }

    @Test
    void refusesTheSameClaimTwice() {
        assertThat(refused(ARMS + "A,work,IPS,,9,,\nA,work,IPS,,8,,\nA,study,IPS,,8,,\nB,work,X,,,risk-ratio,2\n"
                        + "B,work,X,,,risk-ratio,3\nB,work,X,,,odds-ratio,3\n"))
                .allMatch(line -> line.endsWith("[E286]"))
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly(
                        in(3, "report (1)", "the same claim as on line 2"),
                        in(6, "report (1)", "the same claim as on line 5"));
    }

    @Test
    void numbersAreReadAsTheyArePrinted() {
        assertThat(PrintedText.number("\u22121\u00b720", '.').orElseThrow().value())
                .isEqualTo(new BigDecimal("-1.20"));
        assertThat(PrintedText.number("\u20131,5", ',').orElseThrow().value()).isEqualTo(new BigDecimal("-1.5"));
        assertThat(PrintedText.number(".014", '.').orElseThrow().value()).isEqualTo(new BigDecimal("0.014"));
        assertThat(PrintedText.number("1,5", '.')).isEmpty();
        assertThat(PrintedText.percentage("0%", '.')).isPresent();
        assertThat(PrintedText.percentage("100 %", '.')).isPresent();
        assertThat(PrintedText.pValue("1", '.').orElseThrow().relation()).isEqualTo('=');
        assertThat(PrintedText.pValue("= 0", '.').orElseThrow().text()).isEqualTo("0");
        assertThat(PrintedText.pValue("< 0.001", '.').orElseThrow().text()).isEqualTo("<0.001");
        assertThat(PrintedText.pValue(">0.05", '.').orElseThrow().relation()).isEqualTo('>');
    }
}
