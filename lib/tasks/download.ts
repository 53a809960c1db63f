const CONNECT_MS = 5000;

/** Fetches a file; gives up early where nothing answers at all. */
export async function download(
  url: string,
  timeoutMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  const connect = setTimeout(() => stop.abort(), CONNECT_MS);
  const total = setTimeout(() => stop.abort(), timeoutMs);
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { signal: stop.signal });
    clearTimeout(connect);
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`${host} answers ${response.status} for ${url}`);
    }
    return await response.bytes();
  } catch (fault) {
    if (fault instanceof TypeError || stop.signal.aborted) {
      throw new Error(`${host} cannot be reached`);
    }
    throw fault;
  } finally {
    clearTimeout(connect);
    clearTimeout(total);
  }
}
