/** The methods for what people did week by week. */
package org.ipstrial.catalogue.weekly;
