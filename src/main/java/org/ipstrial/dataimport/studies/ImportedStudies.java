package org.ipstrial.dataimport.studies;

import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.finding.Findings;

/**
 * Studies that were read.
 *
 * @param studies  the studies
 * @param rows     how many rows the file has
 * @param sha256   of its bytes, in hexadecimal
 * @param warnings what is worth a warning
 */
public record ImportedStudies(Studies studies, long rows, String sha256, Findings warnings) {}
