/** Results that were written as JSON, read back and compared. */
package org.ipstrial.render.results;
