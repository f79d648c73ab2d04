/** Pooling counts without a variance for each study. */
package org.ipstrial.stats.meta.counts;
