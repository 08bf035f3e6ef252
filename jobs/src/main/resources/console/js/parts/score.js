// A scorecard in one sentence.

/** What acting did, or would have done, as the server says it; undefined where nothing is known. */
export function scoreSentence(card) {
  return card?.sentence;
}
