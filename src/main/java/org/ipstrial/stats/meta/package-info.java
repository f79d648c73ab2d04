/** Pooling the effects of several studies: what is pooled, how, how far studies differ. */
package org.ipstrial.stats.meta;
