/** Random streams that neither threads nor another outcome can move, and the bootstrap. */
package org.ipstrial.stats.resampling;
