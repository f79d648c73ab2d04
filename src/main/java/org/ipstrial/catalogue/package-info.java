/** Every measure with its methods: which is the default, the formula, the source, and what it was checked against. */
package org.ipstrial.catalogue;
