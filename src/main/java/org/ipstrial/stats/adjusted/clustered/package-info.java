/** Effects of arms whose people come in clusters. */
package org.ipstrial.stats.adjusted.clustered;
