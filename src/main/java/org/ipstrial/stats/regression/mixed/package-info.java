/** Mixed models. */
package org.ipstrial.stats.regression.mixed;
