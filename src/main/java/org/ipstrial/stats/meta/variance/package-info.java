/** Estimators of the variance between studies. */
package org.ipstrial.stats.meta.variance;
