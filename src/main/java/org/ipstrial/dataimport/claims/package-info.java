/** Reads claims of published reports, every number as text with its decimals. */
package org.ipstrial.dataimport.claims;
