/** Goes into the hidden field `version` of a form that changes a record. */
export function versionOf(stored: { version: string } | null): string {
  return stored?.version ?? "none";
}

/** Whether the record is no longer the one that the form was made from. */
export function isStale(
  typed: { version?: string },
  stored: { version: string } | null,
): boolean {
  return typed.version !== versionOf(stored);
}
