/** Is it IPS, and is it run as IPS: shares against expected ones, fidelity, screening. */
package org.ipstrial.analysis.programme;
