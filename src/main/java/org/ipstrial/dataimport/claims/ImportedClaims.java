package org.ipstrial.dataimport.claims;

import org.ipstrial.dataset.claims.Claims;
import org.ipstrial.finding.Findings;

/**
 * Claims that were read.
 *
 * @param claims   the claims
 * @param rows     how many rows the file has
 * @param sha256   of its bytes, in hexadecimal
 * @param warnings what is worth a warning
 */
public record ImportedClaims(Claims claims, long rows, String sha256, Findings warnings) {}
