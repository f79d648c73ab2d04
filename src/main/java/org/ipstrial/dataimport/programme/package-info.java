/** Reading how a programme is run: fidelity reviews with the teams' rates, and screenings. */
package org.ipstrial.dataimport.programme;
