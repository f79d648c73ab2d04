/** Proportional odds for ordered outcomes and for amounts. */
package org.ipstrial.stats.regression.ordinal;
