/** One record a question: picks methods from the catalogue, numbers from the dataset, and states results. Prints nothing. */
package org.ipstrial.analysis;
