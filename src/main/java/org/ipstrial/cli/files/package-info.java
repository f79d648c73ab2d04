/** Files that are written whole or not at all, and folders in which nothing foreign is ever replaced. */
package org.ipstrial.cli.files;
