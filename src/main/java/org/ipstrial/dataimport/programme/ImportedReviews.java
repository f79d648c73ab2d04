package org.ipstrial.dataimport.programme;

import org.ipstrial.dataset.programme.FidelityReviews;
import org.ipstrial.finding.Findings;

/**
 * Reviews as they were read.
 *
 * @param reviews  the reviews
 * @param rows     how many data rows the file has
 * @param sha256   of the file's bytes, in hexadecimal
 * @param warnings what was found that does not refuse
 */
public record ImportedReviews(FidelityReviews reviews, long rows, String sha256, Findings warnings) {}
