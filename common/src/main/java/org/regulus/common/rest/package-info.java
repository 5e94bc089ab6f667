/** What every REST resource needs in the same form: versions as ETags, keyset pages, retries that create once. */
package org.regulus.common.rest;
