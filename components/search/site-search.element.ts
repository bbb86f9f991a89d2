import type { SearchData } from '#lib/search/search-data.ts';
import { type Answer, type Result, SiteIndex } from '#lib/search/site-index.ts';
import { keepQuery } from '../elements/keep-query.ts';

/** What the results show; the words for each are in an attribute of this name. */
type State = 'busy' | 'failed' | 'none' | 'single' | 'several';

/**
 * `<site-search src="/search-nl.json" …>`: answers the form in it without leaving the page. The data are fetched when the
 * field gets the focus or the address holds a query. All words come from attributes, with `{query}`, `{typed}` and `{count}`
 * as placeholders.
 */
class SiteSearch extends HTMLElement {
  #index: Promise<SiteIndex> | undefined;
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
      history.pushState(null, '', queryOf(query) || location.pathname);
      this.#answer(query);
    };
    addEventListener('popstate', readAddress);
    readAddress();
  }

  #load(): Promise<SiteIndex> {
    this.#index ??= fetchIndex(this.#words('src'));
    // A failed request is tried again.
    this.#index.catch(() => {
      this.#index = undefined;
    });
    return this.#index;
  }

  async #answer(typed: string): Promise<void> {
    this.#latest += 1;
    const asked = this.#latest;
    keepQuery(queryOf(typed));
    document.title = (typed && `${typed} – `) + this.#title;
    delete this.dataset['state'];
    if (!typed) return;
    this.#show('busy');
    try {
      const index = await this.#load();
      // A later query replaces this one.
      if (asked !== this.#latest) return;
      const answer = index.answer(typed);
      const { length } = answer.results;
      this.#show(length === 0 ? 'none' : length === 1 ? 'single' : 'several', typed, answer);
    } catch {
      if (asked === this.#latest) this.#show('failed');
    }
  }

  /** Shows the results under a heading, and announces the heading. */
  #show(state: State, typed = '', { query, results }: Answer = { query: typed, results: [] }): void {
    const values = { typed, query, count: `${results.length}` };
    const heading = this.#words(state, values);
    const remark = query === typed ? '' : this.#words('instead', values);
    const section = this.querySelector('[data-results]');
    section?.querySelector('h2')?.remove();
    section?.prepend(make('h2', heading));
    const insist = make('a', this.#words('insist', values));
    insist.href = queryOf(`"${typed}"`);
    section?.querySelector('[data-remark]')?.replaceChildren(...(remark ? [remark, ' ', insist] : []));
    section?.querySelector('ol')?.replaceChildren(...results.map((each) => this.#itemOf(each)));
    for (const link of section?.querySelectorAll<HTMLAnchorElement>('[hreflang]') ?? []) {
      link.search = queryOf(typed);
      link.text = fill(link.dataset['words'] ?? '', values);
    }
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = `${heading} ${remark}`;
    this.dataset['state'] = state;
  }

  #itemOf({ record: { path, title, kind, place }, excerpt }: Result): HTMLElement {
    const link = make('a', title);
    link.href = path;
    const passage = excerpt.map((part, index) => (index % 2 ? make('mark', part) : part));
    const where = [this.#words(kind), ...place].join(' · ');
    return make('li', make('h3', link), make('p', ...passage), make('p', where));
  }

  #words(name: string, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.getAttribute(name) ?? '', values);
  }
}

async function fetchIndex(address: string): Promise<SiteIndex> {
  const response = await fetch(address);
  const data: SearchData = await response.json();
  return new SiteIndex(data);
}

/** The query part of the URL of a search; empty without a text. */
function queryOf(typed: string): string {
  return typed && `?q=${encodeURIComponent(typed)}`;
}

function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/{(\w+)}/g, (_, name: string) => values[name] ?? '');
}

/** Makes an element; every string becomes text, never HTML. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

customElements.define('site-search', SiteSearch);
