/** Times to an event that may be censored: the data, and who is at risk when. The methods are in subpackages. */
package org.ipstrial.stats.survival;
