/** What is handed to people on paper: one way from a page to a PDF that can be archived. Filing, inspection and sanctions use it. */
package org.regulus.common.document;
