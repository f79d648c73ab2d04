/** What is wrong with a command line, a file or a plan: codes, places and the words of the messages. A leaf. */
package org.ipstrial.finding;
