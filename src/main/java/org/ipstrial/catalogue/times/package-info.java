/** The methods for times to an event. */
package org.ipstrial.catalogue.times;
