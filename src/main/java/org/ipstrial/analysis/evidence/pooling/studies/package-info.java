/** Which studies are pooled, on what scale, and what is done to them first. */
package org.ipstrial.analysis.evidence.pooling.studies;
