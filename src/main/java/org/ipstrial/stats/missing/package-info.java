/** What missing outcomes could do to a comparison: grids, bounds and shifts, with no assumption about why they are missing. */
package org.ipstrial.stats.missing;
