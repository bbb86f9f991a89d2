import { joinElisions } from '#lib/search/elisions.ts';
import { type Found, find, type Pagefind, settings, unitsFirst } from '#lib/search/find.ts';
import { type Lexicon, readQuery } from '#lib/search/query.ts';

/** What the results say of themselves; the words for each stand in an attribute of this name. */
type State = 'busy' | 'failed' | 'none' | 'single' | 'several';

/**
 * `<site-search src="…/pagefind.js" …>`: finds what its form asks for, without leaving the page. The index is
 * fetched when the field gets the focus or the address holds a query, and not before. All words stand in the page, with
 * `{query}`, `{typed}` and `{count}` in them.
 */
class SiteSearch extends HTMLElement {
  #index: ReturnType<typeof fetchIndex> | undefined;
  #latest = 0;
  readonly #title = document.title;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const field = this.querySelector('input');
    if (!form || !field) return;
    const readAddress = () => {
      field.value = new URLSearchParams(location.search).get(field.name) ?? '';
      this.#answer(field.value.trim());
    };
    field.onfocus = () => this.#load().catch(() => {});
    form.onsubmit = (event) => {
      event.preventDefault();
      const query = field.value.trim();
      history.pushState(null, '', query ? `?${field.name}=${encodeURIComponent(query)}` : location.pathname);
      this.#answer(query);
    };
    addEventListener('popstate', readAddress);
    readAddress();
  }

  #load() {
    this.#index ??= fetchIndex(this.#words('src'));
    // What failed once is tried again.
    this.#index.catch(() => {
      this.#index = undefined;
    });
    return this.#index;
  }

  async #answer(typed: string): Promise<void> {
    this.#latest += 1;
    const asked = this.#latest;
    document.title = (typed && `${typed} – `) + this.#title;
    delete this.dataset['state'];
    if (!typed) return;
    this.#show('busy');
    try {
      const [pagefind, lexicon] = await this.#load();
      const { text, ways } = readQuery(typed, lexicon);
      const matches = await find(pagefind, ways);
      const found = unitsFirst(await Promise.all(matches.map((match) => match.data())), text);
      const state = found.length === 0 ? 'none' : found.length === 1 ? 'single' : 'several';
      // Nobody waits for the answer to an earlier question.
      if (asked === this.#latest) this.#show(state, typed, text, found);
    } catch {
      if (asked === this.#latest) this.#show('failed');
    }
  }

  /** Shows what was found under a heading, and says the heading politely. */
  #show(state: State, typed = '', query = typed, found: readonly Found[] = []): void {
    const values = { typed, query, count: `${found.length}` };
    const heading = this.#words(state, values);
    const remark = query === typed ? '' : this.#words('instead', values);
    const [results, listed, status] = this.querySelectorAll('.results, .listed, [role="status"]');
    results?.querySelector('h2')?.remove();
    results?.prepend(make('h2', heading));
    listed?.replaceChildren(make('p', remark), make('ol', ...found.map((each) => this.#resultOf(each))));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.results [hreflang]')) {
      link.search = `?q=${encodeURIComponent(typed)}`;
      link.text = fill(link.dataset['words'] ?? '', values);
    }
    if (status && state !== 'busy') status.textContent = `${heading} ${remark}`;
    this.dataset['state'] = state;
  }

  #resultOf({ url, meta, filters, excerpt }: Found): HTMLElement {
    const link = make('a', meta.title);
    link.href = url;
    const kind = this.#words(filters.kind[0] ?? '');
    const place = [kind, ...(filters.place ?? [])].join(' · ');
    return make('li', make('h3', link), make('p', ...partsOf(excerpt)), make('p', place));
  }

  #words(name: string, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.getAttribute(name) ?? '', values);
  }
}

async function fetchIndex(src: string): Promise<readonly [Pagefind, Lexicon]> {
  const { href } = new URL(src, location.href);
  const [pagefind, answer] = await Promise.all([
    import(href) as Promise<Pagefind>,
    fetch(new URL('lexicon.json', href)),
  ]);
  await pagefind.options(settings);
  return [pagefind, await answer.json()];
}

/** Text and marked words of an excerpt. Whatever it holds becomes text: nothing of it is read as HTML. */
function partsOf(excerpt: string): (string | HTMLElement)[] {
  return joinElisions(excerpt)
    .split(/<\/?mark>/)
    .map((part, place) => {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      return place % 2 ? make('mark', text) : text;
    });
}

/** Puts values into the braces of a sentence. */
function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/{(\w+)}/g, (_, name: string) => values[name] ?? '');
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

customElements.define('site-search', SiteSearch);
