/** The methods over several studies. */
package org.ipstrial.catalogue.studies;
