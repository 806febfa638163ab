/** Other systems that answer by HTTP in JSON. */
package amends.customer.http;
