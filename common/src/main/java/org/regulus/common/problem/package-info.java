/** The one way to say no, and its one translation to HTTP. Used by every service's commands and resources. */
package org.regulus.common.problem;
