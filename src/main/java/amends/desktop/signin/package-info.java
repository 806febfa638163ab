/** Who sits here: login and password, before the desk is opened. */
package amends.desktop.signin;
