/** How a column goes with an outcome in any arm: no effects of arms. */
package org.ipstrial.stats.prognosis;
