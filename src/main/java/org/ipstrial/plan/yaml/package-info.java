/** A YAML text to values that keep their line and column, and the checks that every section of a plan shares. */
package org.ipstrial.plan.yaml;
