/**
 * Random checks that anybody can check: <pre>Committed ─▶ Completed</pre>
 *
 * The frame is frozen and its digest published before the seed exists; the seed decides the sample and the inspectors.
 */
package org.regulus.inspection.draw;
