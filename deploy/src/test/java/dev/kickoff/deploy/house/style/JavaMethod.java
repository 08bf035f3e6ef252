package dev.kickoff.deploy.house.style;

/**
 * A method or constructor, as long as it is in the file.
 *
 * @param place {@code path:line name}
 * @param lines from its modifiers to its closing brace; its Javadoc does not count
 */
record JavaMethod(SourceFile file, String place, int lines) {}
