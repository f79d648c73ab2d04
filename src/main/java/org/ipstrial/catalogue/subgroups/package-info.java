/** The tests that an effect is the same at all levels of a column. */
package org.ipstrial.catalogue.subgroups;
