/** People in clusters: covariances for few of them, and columns less a part of their cluster means. */
package org.ipstrial.stats.regression.cluster;
