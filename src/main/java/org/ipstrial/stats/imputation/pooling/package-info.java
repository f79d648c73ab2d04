/** One result from many completed data sets, and how far it would move if the missing were drawn anew. */
package org.ipstrial.stats.imputation.pooling;
