/** The methods that pool the results of completed data sets. */
package org.ipstrial.catalogue.imputation;
