/** A plan as it was locked: what the lock holds, how it is written, and what has changed since. */
package org.ipstrial.plan.lock;
