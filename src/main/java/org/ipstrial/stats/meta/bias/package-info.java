/** Tests whether small studies give other effects than large ones. */
package org.ipstrial.stats.meta.bias;
