/** The answer of the desk's server. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly reason: string | null; readonly data: unknown };

/** Requests an action from the desk's server; `reason` is null when the server does not answer. */
export async function ask<T>(language: string, action: string, input: object): Promise<Answer<T>> {
  try {
    const response = await fetch(`/desk/api/${action}?language=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const data = await response.json();
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, status: response.status, reason: data.reason ?? null, data };
  } catch {
    return { ok: false, status: 0, reason: null, data: null };
  }
}
