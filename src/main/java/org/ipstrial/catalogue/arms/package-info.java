/** The methods for three arms or more at once. */
package org.ipstrial.catalogue.arms;
