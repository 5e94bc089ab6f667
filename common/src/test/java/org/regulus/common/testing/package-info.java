/** What the services' tests share: real PostgreSQL and Kafka, real signed tokens, topics to read and write, golden contracts. */
package org.regulus.common.testing;
