package org.ipstrial.dataset.programme;

import java.util.List;

/** The names of the items of the fidelity scales. */
final class FidelityItems {

    static final List<String> STAFFING =
            List.of("Caseload size", "Employment services staff", "Vocational generalists");

    static final List<String> ORGANIZATION = List.of(
            "Integration of rehabilitation with treatment: team assignment",
            "Integration of rehabilitation with treatment: frequent contact",
            "Collaboration with vocational rehabilitation or job centre",
            "Vocational unit",
            "Role of employment supervisor",
            "Zero exclusion criteria",
            "Agency focus on competitive employment",
            "Executive team support");

    static final List<String> SERVICES = List.of(
            "Work incentives planning",
            "Disclosure",
            "Ongoing work-based vocational assessment",
            "Rapid job search for competitive job",
            "Individualized job search",
            "Job development: frequent employer contact",
            "Job development: quality of employer contact",
            "Diversity of job types",
            "Diversity of employers",
            "Competitive jobs",
            "Individualized follow-along supports",
            "Time-unlimited follow-along supports",
            "Community-based services",
            "Assertive engagement and outreach");

    static final List<String> STAFFING_15 =
            List.of("Caseload size", "Vocational services staff", "Vocational generalists");

    static final List<String> ORGANIZATION_15 = List.of(
            "Integration of rehabilitation with mental health treatment", "Vocational unit", "Zero exclusion criteria");

    static final List<String> SERVICES_15 = List.of(
            "Ongoing work-based assessment",
            "Rapid search for competitive job",
            "Individualized job search",
            "Diversity of jobs developed",
            "Permanence of jobs developed",
            "Jobs as transitions",
            "Follow-along supports",
            "Community-based services",
            "Assertive engagement and outreach");

    private FidelityItems() {}
}
