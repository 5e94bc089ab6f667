/** What this service knows of the inspections of its neighbour, from their events: the concluded ones that found issues. */
package org.regulus.sanctions.casefile;
