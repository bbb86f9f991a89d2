import { useLocale, useTranslations } from 'next-intl';

/** The answer of the desk's server; the status is 0 when it does not answer. */
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly reason: string; readonly data: unknown };

/** Names this window of the browser, so that another one does not overwrite what is written here. */
function windowName(): string {
  const name = sessionStorage.getItem('desk window') ?? crypto.getRandomValues(new Uint32Array(2)).join('-');
  sessionStorage.setItem('desk window', name);
  return name;
}

/** The function that requests an action from the desk's server. */
export function useAsk() {
  const t = useTranslations('desk');
  const language = useLocale();
  return async <T>(action: string, input: object): Promise<Answer<T>> => {
    try {
      const response = await fetch(`/desk/api?${new URLSearchParams({ action, language })}`, {
        method: 'POST',
        // A window sends its last request while it closes.
        keepalive: action === 'release',
        headers: { 'Content-Type': 'application/json', 'Desk-Window': windowName() },
        body: JSON.stringify(input),
      });
      const data = await response.json();
      if (response.ok) return { ok: true, value: data as T };
      return { ok: false, status: response.status, reason: data.reason ?? '', data };
    } catch {
      return { ok: false, status: 0, reason: t('status.unreachable'), data: null };
    }
  };
}
