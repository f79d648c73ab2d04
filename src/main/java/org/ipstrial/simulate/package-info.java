/** A synthetic trial from a plan and a seed. */
package org.ipstrial.simulate;
