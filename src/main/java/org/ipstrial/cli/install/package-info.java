/** What an installation has beside the program: manual pages, and completion for bash, zsh and fish. */
package org.ipstrial.cli.install;
