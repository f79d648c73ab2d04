package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.codes.CodeMap;
import org.junit.jupiter.api.Test;

class ParticipantsImportTest {

    private static final String TRIAL = "id,arm,site,work,hours,note\n"
            + "P4,control,north,no,0,x\n"
            + "P1,IPS,south,yes,12.5,x\n"
            + "P3,IPS,north,NA,.,x\n"
            + "P2,control,,yes,0.5,x\n";

    private static final String SITES = "id,arm,site,work\nP1,a,2,yes\nP2,b,1,no\nP3,b,2,no\n";

    @Test
    void readsLabelsEventsAndAmounts() {
        ImportedParticipants imported = read(TRIAL, List.of("site"), "work", "hours");

        assertThat(imported.warnings().inReadingOrder()).isEmpty();
        assertThat(imported.rows()).isEqualTo(4);
        assertThat(imported.outcomes())
                .containsExactly(
                        new OutcomeDefinition("work", OutcomeKind.BINARY, "yes"),
                        new OutcomeDefinition("hours", OutcomeKind.AMOUNT, ""));
        assertThat(imported.participants().everybody().levels("arm")).containsExactly("IPS", "control");
        assertThat(imported.participants().everybody().withoutLevel("site")).isEqualTo(1);
        assertThat(imported.participants().everybody().at("arm", "IPS").events("work"))
                .isEqualTo(new EventCounts(2, 1, 1));
        assertThat(imported.participants().everybody().amounts("hours").values())
                .containsExactly(12.5, 0.5, 0.0);
    }

    @Test
    void hashesTheBytesAsTheyAre() {
        assertThat(read(TRIAL, List.of(), "work").sha256())
                .isEqualTo(read(TRIAL, List.of(), "hours").sha256())
                .hasSize(64)
                .isNotEqualTo(read(TRIAL + "\n", List.of(), "work").sha256());
    }

    @Test
    void countsTheValueThatIsNamedAsTheEvent() {
        String text = "id,arm,work\nP1,a,2\nP2,a,1\nP3,b,2.0\nP4,b,\n";
        ImportedParticipants imported =
                read(text, ReadOptions.defaults(), new OutcomeRequest("work", Optional.empty(), Optional.of("2")));

        assertThat(imported.outcomes()).containsExactly(new OutcomeDefinition("work", OutcomeKind.BINARY, "2"));
        assertThat(imported.participants().everybody().events("work")).isEqualTo(new EventCounts(4, 3, 2));
    }

    @Test
    void countsTheUsualEventsWhateverTheirCase() {
        for (String pair :
                List.of("1,0", "1.0,0", "yes,no", "YES,No", "ja,nej", "Ja,NEJ", "true,false", "TRUE,False")) {
            String[] words = pair.split(",");
            String text = "id,arm,work\nP1,a," + words[0] + "\nP2,b," + words[1] + "\nP3,b," + words[1] + "\n";
            ImportedParticipants imported = read(text, List.of(), "work");

            assertThat(imported.outcomes())
                    .as(pair)
                    .containsExactly(new OutcomeDefinition("work", OutcomeKind.BINARY, words[0]));
            assertThat(imported.participants().everybody().events("work")).isEqualTo(new EventCounts(3, 3, 1));
        }
    }

    @Test
    void readsCommasAndGroupsOfThreeWhereTheMarkIsTold() {
        String text = "id;arm;hours\nP1;a;37,5\nP2;a;1.234,5\nP3;b;1.234\nP4;b;1\u00a0234,25\nP5;b;\u22120,5\n";
        ReadOptions commas = new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.of(','),
                Quote.DOUBLE,
                ReadOptions.defaults().missing(),
                0,
                100);
        ImportedParticipants imported = read(
                text, commas, new OutcomeRequest("hours", Optional.of(OutcomeKind.AMOUNT), Optional.empty()), "E230");

        assertThat(imported.participants().everybody().amounts("hours").values())
                .containsExactly(37.5, 1234.5, 1234, 1234.25, -0.5);
        assertThat(imported.warnings().codes()).containsExactly(FindingCode.E230);
    }

    @Test
    void readsOneLabelHoweverItIsComposedAndTrimmed() {
        String text = "id,arm,site,work\nP1,a,A\u030arhus,yes\nP2,b,\u00c5rhus,no\nP3,b, \u00c5rhus ,no\n";
        ImportedParticipants imported = read(text, List.of("site"), "work");

        assertThat(imported.participants().everybody().levels("site")).containsExactly("\u00c5rhus");
        assertThat(imported.warnings().isEmpty()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ImportedParticipants read(String text, ParticipantsRequest request) {
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(bytes(text))), ReadOptions.defaults(), request);
    }

    private static List<String> refused(String text, ParticipantsRequest request) {
        return catchThrowableOfType(RefusedException.class, () -> read(text, request))
                .findings()
                .inReadingOrder()
                .stream()
                .map(Finding::line)
                .toList();
    }

    private static CovariateRequest amount(String name, String column) {
        return new CovariateRequest(name, column, Optional.of(CovariateRequest.Kind.AMOUNT), Optional.empty());
    }

    private static OutcomeRequest amountOutcome(String name, String column) {
        return new OutcomeRequest(name, column, Optional.of(OutcomeKind.AMOUNT), Optional.empty());
    }

    /** Each sum is looked at under its own name, whatever its column is called, and no other column is. */
    @Test
    void sumsOfOutcomesAndOfCovariatesMustAgree() {
        String header = "id,arm,pay,dole,total,debt\n";
        ParticipantsRequest request = new ParticipantsRequest(
                        "id",
                        "arm",
                        List.of(),
                        List.of(amountOutcome("income", "total"), amountOutcome("debt", "debt")),
                        Set.of())
                .with(List.of(amount("wages", "pay"), amount("benefits", "dole"), amount("before", "debt")))
                .summing(List.of(new SumOf("income", List.of("wages", "benefits"))));

        assertThat(read(header + "P1,a,10,5,15,3\nP2,b,20,6,26,4\n", request)
                        .participants()
                        .everybody()
                        .amounts("income")
                        .values())
                .containsExactly(15, 26);
        assertThat(refused(header + "P1,a,10,5,15,3\nP2,b,20,6,27,4\n", request))
                .containsExactly(
                        "standard input:3: total (5): '27' is not the sum of wages + benefits, which are known;"
                                + " wanted columns that agree; correct the cell, or its parts [E377]");
        ParticipantsRequest baseline = new ParticipantsRequest(
                        "id", "arm", List.of(), List.of(amountOutcome("income", "debt")), Set.of())
                .with(List.of(amount("wages", "pay"), amount("benefits", "dole"), amount("before", "total")))
                .summing(List.of(new SumOf("before", List.of("wages", "benefits"))));
        assertThat(refused(header + "P1,a,10,5,16,3\nP2,b,20,6,26,4\n", baseline))
                .containsExactly(
                        "standard input:2: total (5): '16' is not the sum of wages + benefits, which are known;"
                                + " wanted columns that agree; correct the cell, or its parts [E377]");
    }

    private static ParticipantsRequest labelled(LabelRequest label, CovariateRequest... covariates) {
        return new ParticipantsRequest(
                "id",
                LabelRequest.of("arm"),
                List.of(label),
                List.of(new OutcomeRequest("work", Optional.empty(), Optional.empty())),
                Map.of(),
                List.of(covariates),
                List.of(),
                Optional.empty(),
                false,
                Map.of(),
                Set.of());
    }

    private static CodeMap codes(String... labels) {
        Map<String, String> exact = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            exact.put(Integer.toString(i + 1), labels[i]);
        }
        return new CodeMap(exact, Map.of());
    }

    /** The plan lists west first though the alphabet and the file do not. */
    @Test
    void levelsStandInTheOrderOfThePlan() {
        LabelRequest place = new LabelRequest("place", "site", Optional.of(codes("west", "east", "north")));

        assertThat(read(SITES, labelled(place)).participants().everybody().levels("place"))
                .containsExactly("west", "east");
        assertThat(read(SITES, labelled(LabelRequest.of("site")))
                        .participants()
                        .everybody()
                        .levels("site"))
                .containsExactly("1", "2");
    }

    @Test
    void aColumnThatIsALabelAndACovariateIsReadByTheWordOfEach() {
        CovariateRequest mapped = new CovariateRequest(
                "urban", "site", Optional.of(CovariateRequest.Kind.CATEGORY), Optional.of(codes("town", "country")));
        ImportedParticipants imported = read(SITES, labelled(LabelRequest.of("site"), mapped));

        assertThat(imported.covariates().get(0).levels()).containsExactly("town", "country");
        assertThat(imported.participants()
                        .everybody()
                        .category(imported.covariates().get(0).column(), List.of("town", "country"))
                        .levels())
                .as("people at each")
                .containsExactly(1, 2);
    }

    @Test
    void whatIsWrongWithAColumnThatIsBothIsToldOnce() {
        CovariateRequest site = CovariateRequest.of("site", Optional.of(CovariateRequest.Kind.CATEGORY));
        ImportedParticipants imported = read(SITES.replace(",1,", ",n/a,"), labelled(LabelRequest.of("site"), site));

        assertThat(imported.covariates().get(0).levels()).containsExactly("2", "n/a");
        assertThat(imported.warnings().count(FindingCode.W238)).isEqualTo(1);
    }

    @Test
    void peopleOfOneArmAreReadWhereOneWillDo() {
        ParticipantsRequest request = new ParticipantsRequest(
                "id",
                "arm",
                List.of(),
                List.of(new OutcomeRequest("work", Optional.empty(), Optional.empty())),
                Set.of());
        String text = "id,arm,work\nP1,a,yes\nP2,a,no\n";

        assertThat(refused(text, request))
                .containsExactly(
                        "standard input: arm (2): all 2 rows are in one arm, 'a'; wanted at least two; give the"
                                + " whole trial, or --arm [E214]");
        assertThat(read(text, request.ofAnyGroups()).warnings().isEmpty()).isTrue();
    }

    /** What is wrong with rows and what is wrong with columns is told in one run. */
    @Test
    void oneRunTellsAllThatMustBeMended() {
        assertThat(refused(
                                "id,arm,work\nP1,a,yes\nP2,b\nP3,,no\nP1,a,no\n",
                                new ParticipantsRequest(
                                        "id",
                                        "arm",
                                        List.of(),
                                        List.of(new OutcomeRequest("work", Optional.empty(), Optional.empty())),
                                        Set.of()))
                        .stream()
                        .map(line -> line.replaceAll(".*input:(\\d).*\\[(.*)]", "$1 $2")))
                .containsExactly("3 E131", "4 E212", "5 E200");
    }

    private static ImportedParticipants read(
            String text, ReadOptions options, OutcomeRequest outcome, String... allowed) {
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                options,
                new ParticipantsRequest(
                        "id",
                        "arm",
                        List.of(),
                        List.of(outcome),
                        Arrays.stream(allowed).map(FindingCode::valueOf).collect(Collectors.toSet())));
    }

    private static ImportedParticipants read(String text, List<String> labels, String... outcomes) {
        List<OutcomeRequest> requests = Arrays.stream(outcomes)
                .map(name -> new OutcomeRequest(name, Optional.empty(), Optional.empty()))
                .toList();
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                new ParticipantsRequest("id", "arm", labels, requests, Set.of()));
    }
}
