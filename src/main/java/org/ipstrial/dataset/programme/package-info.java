/** How a programme is run: fidelity reviews, screenings, and what the instruments consist of. */
package org.ipstrial.dataset.programme;
