/** Tables of several rows and columns in strata: the generalised Cochran-Mantel-Haenszel tests. */
package org.ipstrial.stats.contingency.generalised;
