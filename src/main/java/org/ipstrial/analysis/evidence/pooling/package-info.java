/** What the trials say together. */
package org.ipstrial.analysis.evidence.pooling;
