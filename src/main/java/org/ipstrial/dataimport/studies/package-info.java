/** Reads study tables. */
package org.ipstrial.dataimport.studies;
