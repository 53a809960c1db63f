/** What is used of `negotiator`, which comes without types. */
export default class Negotiator {
  constructor(request: { headers: Record<string, string> });
  /** What is accepted of the given, or else what is named; the best first. */
  mediaTypes(available?: readonly string[]): string[];
  languages(available?: readonly string[]): string[];
  /** Of equal weight, the first of the preferred comes first. */
  encodings(
    available?: readonly string[],
    options?: { preferred?: readonly string[] },
  ): string[];
}
