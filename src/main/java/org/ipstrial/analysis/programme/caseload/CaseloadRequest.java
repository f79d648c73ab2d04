package org.ipstrial.analysis.programme.caseload;

import java.time.LocalDate;
import org.ipstrial.dataset.programme.CaseloadRole;

/**
 * What is asked of how a programme is run.
 *
 * @param until           the last day of which the data know
 * @param limitConsultant the most people that a consultant is to have
 * @param limitLeader     the most people that a leader is to have
 * @param within          by how many days after enrolment an employer is to be talked to
 * @param level           confidence level as a fraction
 * @param grouped         whether days are grouped at those that are asked for, so that small groups can be hidden
 */
public record CaseloadRequest(
        LocalDate until, int limitConsultant, int limitLeader, int within, double level, boolean grouped) {

    /** The most people that somebody of a role is to have. */
    int limit(CaseloadRole role) {
        return role == CaseloadRole.LEADER ? limitLeader : limitConsultant;
    }
}
