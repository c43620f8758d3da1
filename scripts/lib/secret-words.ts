/**
 * What the terminal says of the secret: rows are restored under any, but some of them can only be read with that of the backup. Both are
 * marks as `secretMark` makes them; older backups have none.
 */
export function secretWords(had: string | undefined, has: string | undefined): string[] {
  const lost =
    'second factors, recovery codes, keys of the API, unused F-codes and what keeps erased people out of later imports';
  if (had && had === has) return [`The secret is that of the backup: ${lost} are good.`];
  const mustBe =
    'Start Millet with the AUTH_SECRET (and the DIGEST_SECRET, if there was one) of the Millet that made the backup';
  if (!had) return [`${mustBe}: with another, ${lost} are lost.`];
  return [
    `CAUTION: AUTH_SECRET is another than that of the backup. Started with this one, ${lost} are lost.`,
    `${mustBe}; of an embedded database it is in DATA_DIR/env.json.`,
    'The rows are right and need not be restored again.',
  ];
}
