package org.ipstrial.analysis;

/**
 * What is known of both arms of a contrast at one level.
 *
 * @param stratum   the level, as {@code column=level}
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 * @param <D>       what is known of an arm
 */
record SubgroupLevel<D>(String stratum, D group, D reference) {}
