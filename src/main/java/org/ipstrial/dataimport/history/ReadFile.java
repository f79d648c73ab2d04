package org.ipstrial.dataimport.history;

/**
 * A further file that was read.
 *
 * @param file   as the plan names it
 * @param sha256 of its bytes, in hexadecimal
 * @param rows   how many data rows it has
 */
public record ReadFile(String file, String sha256, long rows) {}
