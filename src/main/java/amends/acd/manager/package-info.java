/**
 * The distributor reached by the Asterisk manager protocol: a small client of our own that reads hostile input in
 * bounded memory (src/docs/decisions says why), and what a desk says and hears over it.
 *
 * <p>Reading and writing happen on two virtual threads a connection; everything else on the call loop.
 */
package amends.acd.manager;
