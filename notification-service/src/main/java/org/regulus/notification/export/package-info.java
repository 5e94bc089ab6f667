/** Lists of cases to take away, made in the background: who asked for which is kept, because an export is a way out for data. */
package org.regulus.notification.export;
