/** The methods for outcomes of ordered levels. */
package org.ipstrial.catalogue.ordinal;
