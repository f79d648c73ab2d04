/** Finding where a function of one number crosses a value. */
package org.ipstrial.stats.search;
