/** The methods for what missing outcomes could do to a comparison. */
package org.ipstrial.catalogue.missing;
