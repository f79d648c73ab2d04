/** The only way out: a result table becomes a released table under the rule for small cells. */
package org.ipstrial.disclosure;
