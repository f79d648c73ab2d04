/** An amount of two arms in strata, and tests within them. */
package org.ipstrial.stats.location.stratified;
