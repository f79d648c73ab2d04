/** From raw cells to ids, labels and outcomes, each with its checks. */
package org.ipstrial.dataimport.column;
