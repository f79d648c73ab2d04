/**
 * Score statistics over strata with weights that are the inverse of their variances, on any scale: plain, corrected for
 * skewness, or with the spread of the strata themselves.
 */
package org.ipstrial.stats.contingency.stratified.score;
