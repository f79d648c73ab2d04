package org.ipstrial.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.programme.caseload.Caseload;
import org.ipstrial.analysis.programme.caseload.CaseloadRequest;
import org.ipstrial.analysis.programme.caseload.JobsHeld;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.programme.CaseloadImport;
import org.ipstrial.dataimport.programme.ContactsImport;
import org.ipstrial.dataimport.programme.JobsImport;
import org.ipstrial.dataset.programme.Enrolment;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;
import org.ipstrial.report.CaseloadReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial caseload}. */
final class CaseloadCommand extends ResultCommand {

    private static final CliOption UNTIL = CliOption.one(
            "--until",
            "DATE",
            "The last day of which the files know, as 2014-12-31: what has no end goes on until then. Required; today's date is"
                    + " never taken.");
    private static final CliOption CONTACTS = CliOption.one(
            "--contacts",
            "FILE",
            "When an employer was first talked to: id, enrolled_on, first_employer_contact_on and, if known, left_on; or one row"
                    + " a contact: id, date, kind (employer_contact, meeting, phone, other).");
    private static final CliOption JOBS = CliOption.one(
            "--jobs",
            "FILE",
            "The jobs that people got: id, start, end and, if known, job_match (yes or no: in line with what the person wished"
                    + " for) and supported_until.");
    private static final CliOption LIMIT_CONSULTANT = CliOption.one(
                    "--limit-consultant", "N", "The most people that a consultant is to have")
            .orElse("20");
    private static final CliOption LIMIT_LEADER = CliOption.one(
                    "--limit-leader", "N", "The most people that a leader is to have")
            .orElse("15");
    private static final CliOption WITHIN = CliOption.one(
                    "--within", "DAYS", "By how many days after enrolment an employer is to be talked to")
            .orElse("30");
    private static final int MOST = 100_000;

    @Override
    public String description() {
        return "Is the programme run as the model says? People per consultant and leader from day to day, and days over the"
                + " limit; days to the first contact with an employer; support after a job began; jobs in line with what"
                + " people wished for, and how long they are kept.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial caseload sample-data/programme/caseload.csv --contacts sample-data/programme/contacts.csv --jobs"
                        + " sample-data/programme/jobs.csv --until 2014-12-31",
                "ipstrial caseload caseload.csv --until 2014-12-31 --limit-consultant 18 --format html -o caseload.html");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "FILE",
                "Assignments CSV, one row a person with a consultant ('-' is standard input): id, consultant, role (consultant"
                        + " or leader), start, end (included; empty while it goes on); or counts: consultant, role, date,"
                        + " participants. Or a plan (.yaml) that names the files under programme.caseload.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        List.of(
                                UNTIL,
                                CONTACTS,
                                JOBS,
                                LIMIT_CONSULTANT,
                                LIMIT_LEADER,
                                WITHIN,
                                ProgrammeOptions.DATE_FORMAT),
                        EstimationOptions.LEVEL_ONLY,
                        ReadingOptions.ALL,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult given, Console console, ProgressBar progress, Findings findings) {
        ProgrammeRun run = ProgrammeRun.of(this, Caseload.NAME, given);
        ParseResult parsed = run.options();
        ReadOptions reading = new ReadingOptions(parsed).options();
        OutputOptions output = new OutputOptions(given);
        Set<FindingCode> allowed = output.allowed();
        DateFormat dates = ProgrammeOptions.dates(parsed);
        String name = run.file("FILE, the caseloads,");
        LocalDate until = until(parsed);
        Optional<DataSource> contactsFile = ProgrammeOptions.source(CONTACTS, parsed);
        Optional<DataSource> jobsFile = ProgrammeOptions.source(JOBS, parsed);
        if (WITHIN.given(parsed) && contactsFile.isEmpty()) {
            throw OptionChecks.wrong(
                    WITHIN.name() + " is given without " + CONTACTS.name(), "wanted the file that holds the contacts");
        }
        CaseloadRequest request = new CaseloadRequest(
                until,
                LIMIT_CONSULTANT.number(parsed, 1, MOST).orElseThrow().intValue(),
                LIMIT_LEADER.number(parsed, 1, MOST).orElseThrow().intValue(),
                WITHIN.number(parsed, 1, MOST).orElseThrow().intValue(),
                new EstimationOptions(parsed).level(),
                output.policy().threshold() > 0);
        CaseloadImport.ImportedCaseloads read =
                CaseloadImport.read(DataOptions.source(name, console), reading, dates, until, allowed);
        findings.addAll(read.warnings());
        List<InputFile> inputs = new ArrayList<>(run.inputs());
        inputs.add(ProgrammeOptions.input(name, read.sha256(), read.rows()));
        if (output.verbose()) {
            console.line(TrialData.read(inputs.get(inputs.size() - 1), name));
        }
        Set<String> known = read.caseloads().ids();
        String knownBy = name;
        Optional<Map<String, Enrolment>> people = Optional.empty();
        if (contactsFile.isPresent()) {
            ContactsImport.ImportedContacts contacts = ContactsImport.read(
                    contactsFile.get(),
                    reading,
                    dates,
                    until,
                    read.caseloads(),
                    TrialData.fileName(Path.of(name)),
                    allowed);
            findings.addAll(contacts.warnings());
            String file = CONTACTS.value(parsed).orElseThrow();
            inputs.add(ProgrammeOptions.input(file, contacts.sha256(), contacts.rows()));
            people = Optional.of(contacts.people());
            if (known.isEmpty()) {
                known = contacts.people().keySet();
                knownBy = file;
            }
        }
        Optional<JobsHeld> jobs = Optional.empty();
        if (jobsFile.isPresent()) {
            JobsImport.ImportedJobs held = JobsImport.read(
                    jobsFile.get(), reading, dates, until, known, TrialData.fileName(Path.of(knownBy)), allowed);
            findings.addAll(held.warnings());
            inputs.add(ProgrammeOptions.input(JOBS.value(parsed).orElseThrow(), held.sha256(), held.rows()));
            jobs = Optional.of(new JobsHeld(held.jobs(), held.matches(), held.supported()));
        }
        return run.analysed(
                Caseload.of(read.caseloads(), people, jobs, request, Long.parseLong(EstimationOptions.DEFAULT_SEED)),
                inputs,
                findings);
    }

    private static LocalDate until(ParseResult parsed) {
        String text = UNTIL.value(parsed)
                .orElseThrow(() -> OptionChecks.wrong(
                        UNTIL.name() + " is not given",
                        "wanted the last day of which the files know, since today's date is never taken"));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw OptionChecks.wrong(UNTIL.name() + " " + text + " is no day", "wanted it as 2014-12-31");
        }
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return CaseloadReport.of(released, language);
    }
}
