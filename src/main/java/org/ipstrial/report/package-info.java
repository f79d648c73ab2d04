/** A released table to blocks of words and numbers for people, in a language. Computes no statistic; rounds once. */
package org.ipstrial.report;
