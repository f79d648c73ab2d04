/** Tests whether small studies give other effects than large ones, and trim and fill. */
package org.ipstrial.stats.meta.bias;
