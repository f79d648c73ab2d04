/** Reads the files of spells and follow-up beside the participants, and checks the three against each other. */
package org.ipstrial.dataimport.history;
