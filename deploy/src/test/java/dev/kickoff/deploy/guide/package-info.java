/** The operator's guide and the verbs, against a running engine. */
package dev.kickoff.deploy.guide;
