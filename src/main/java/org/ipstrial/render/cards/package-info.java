/** A released table as the analysis results data of R's package cards. */
package org.ipstrial.render.cards;
