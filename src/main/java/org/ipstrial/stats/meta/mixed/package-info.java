/** Odds ratios pooled by models of the counts themselves, whose studies each have an effect of their own. */
package org.ipstrial.stats.meta.mixed;
