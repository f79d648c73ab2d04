/** Multiple imputation by chained equations. */
package org.ipstrial.stats.imputation.chained;
