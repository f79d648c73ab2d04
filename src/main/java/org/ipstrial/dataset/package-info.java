/** Participants as immutable values, sorted by id; the only keeper of tablesaw. Computes no statistic. */
package org.ipstrial.dataset;
