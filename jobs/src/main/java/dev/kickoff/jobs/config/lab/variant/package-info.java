/** What is compared in the lab, as text: policies, CloudFormation, Terraform plans, hypotheses. */
@NullMarked
package dev.kickoff.jobs.config.lab.variant;

import org.jspecify.annotations.NullMarked;
