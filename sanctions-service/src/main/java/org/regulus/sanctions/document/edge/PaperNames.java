package org.regulus.sanctions.document.edge;

import jakarta.inject.Singleton;
import org.regulus.sanctions.casefile.edge.OperatorNames;

/** Where the names on a document come from: of whom it is for, and of who signs it. */
@Singleton
record PaperNames(OperatorNames operators, AuthorityNames authorities) {}
