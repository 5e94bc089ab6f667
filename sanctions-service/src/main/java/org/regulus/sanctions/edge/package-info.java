/** What the features' edges share: whose things an actor may know of, and the published calendar. */
package org.regulus.sanctions.edge;
