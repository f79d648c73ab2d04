/** Writes the files of a trial as a plan says that they are written; where it says nothing, in their canonical form. */
package org.ipstrial.dataexport;
