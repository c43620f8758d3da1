/** What a door of this site answers to a GET, read anew; null when it refuses or cannot be reached. */
export async function getJson<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** What a door of this site answers to a POST of JSON, a refusal too; null when it cannot be reached. */
export async function postJson<T>(path: string, body: object): Promise<{ ok: boolean; body: T } | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { ok: response.ok, body: (await response.json()) as T };
  } catch {
    return null;
  }
}
