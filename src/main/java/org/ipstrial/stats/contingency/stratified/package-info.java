/** Two by two tables in strata: common effects, the test over all strata, and whether the strata are alike. */
package org.ipstrial.stats.contingency.stratified;
