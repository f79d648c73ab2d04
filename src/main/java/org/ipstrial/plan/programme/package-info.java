/** The section of a plan on how the programme is run: files of fidelity, screening and caseloads, and what is asked of them. */
package org.ipstrial.plan.programme;
