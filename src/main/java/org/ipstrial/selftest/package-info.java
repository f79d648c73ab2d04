/** The reference values that ship with the program, tried on the machine that it runs on. */
package org.ipstrial.selftest;
