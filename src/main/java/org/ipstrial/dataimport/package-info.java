/** Bytes of a CSV file to typed, checked columns. Collects all findings, guesses nothing, and never shows an id. */
package org.ipstrial.dataimport;
