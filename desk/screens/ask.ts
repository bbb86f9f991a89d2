/** The answer of the desk's server. */
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly reason: string | null; readonly data: unknown };

/** Names this window of the browser, so that another one does not overwrite what is written here. */
function windowName(): string {
  const known = sessionStorage.getItem('desk window');
  const name = known ?? Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('');
  if (known === null) sessionStorage.setItem('desk window', name);
  return name;
}

/** Requests an action from the desk's server; `reason` is null and the status 0 when the server does not answer. */
export async function ask<T>(language: string, action: string, input: object): Promise<Answer<T>> {
  try {
    const response = await fetch(`/desk/api/${action}?language=${language}`, {
      method: 'POST',
      // A window sends its last request while it closes.
      keepalive: action === 'release',
      headers: { 'Content-Type': 'application/json', 'Desk-Window': windowName() },
      body: JSON.stringify(input),
    });
    const data = await response.json();
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, status: response.status, reason: data.reason ?? null, data };
  } catch {
    return { ok: false, status: 0, reason: null, data: null };
  }
}
