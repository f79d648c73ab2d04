/** Summaries of one sample. */
package org.ipstrial.stats.descriptive;
