import { type Findable, foldWords, matches } from '#lib/contacts/matching.ts';
import { keepQuery } from '../elements/keep-query.ts';

interface Entry extends Findable {
  readonly item: HTMLElement;
}

interface Group {
  readonly section: HTMLElement;
  readonly kind: string | undefined;
  readonly entries: readonly Entry[];
}

/** Pause in typing after which the number of entries is announced, in milliseconds. */
const pause = 400;

/**
 * `<directory-filter counts="…">`: filters the directory in it by the controls in it. The choice is in the URL, so it can be
 * shared, and Back undoes it: consecutive typing is one step, and so are consecutive choices of a kind. `counts` has a sentence for
 * each number of entries, separated by `|`; the kind follows it, so that another kind with as many entries is announced.
 */
class DirectoryFilter extends HTMLElement {
  #groups: readonly Group[] = [];
  #inputs: readonly HTMLInputElement[] = [];
  /** The name of the control whose changes continue the last step of the history. */
  #step = '';
  #timer = 0;

  connectedCallback(): void {
    this.#inputs = [...this.querySelectorAll('input')];
    this.#groups = [...this.querySelectorAll('section')].map((section) => ({
      section,
      kind: section.dataset['kind'],
      entries: [...section.querySelectorAll<HTMLElement>('[data-words]')].map(readEntry),
    }));
    this.addEventListener('input', ({ target }) => {
      const { name } = target as HTMLInputElement;
      this.#choose(name === this.#step);
      this.#step = name;
      this.#showFirst();
    });
    this.#inputs[0]?.addEventListener('change', () => {
      this.#step = '';
    });
    // Only in the controls: elsewhere Escape closes a card.
    this.querySelector('search')?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && String(this.#chosen)) {
        event.preventDefault();
        this.#clear();
      }
    });
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.#clear());
    addEventListener('popstate', () => this.#read());
    this.#read();
  }

  /** The choice as the query of a URL; empty when every entry is shown. */
  get #chosen(): URLSearchParams {
    return new URLSearchParams(
      this.#inputs
        .filter(({ type, checked }) => checked || type === 'search')
        .map(({ name, value }) => [name, value.trim()])
        .filter(([, value]) => value),
    );
  }

  /** Sets the controls; those without a valid choice return to their default. */
  #set(chosen: URLSearchParams): void {
    for (const input of this.#inputs) {
      const { name, value, type, defaultChecked } = input;
      if (type === 'search') input.value = chosen.get(name) ?? '';
      else input.checked = chosen.getAll(name).includes(value) || defaultChecked;
    }
  }

  #choose(isSameStep: boolean): void {
    const query = String(this.#chosen);
    const url = query ? `?${query}` : location.pathname;
    history[isSameStep ? 'replaceState' : 'pushState'](null, '', url);
    this.#apply();
  }

  #clear(): void {
    this.#set(new URLSearchParams());
    this.#step = '';
    this.#choose(false);
    this.#inputs[0]?.focus();
  }

  /** Applies the choice in the URL. The entry that its anchor names is shown in any case. */
  #read(): void {
    this.#step = '';
    this.#set(new URLSearchParams(location.search));
    this.#apply();
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest('[hidden]') && this.contains(target)) {
      this.#set(new URLSearchParams());
      history.replaceState(null, '', location.pathname + location.hash);
      this.#apply();
      target.scrollIntoView();
    }
  }

  #apply(): void {
    const chosen = this.#chosen;
    const query = chosen.get('q') ?? '';
    const kind = chosen.get('kind');
    let count = 0;
    for (const group of this.#groups) {
      let shown = 0;
      for (const entry of group.entries) {
        const isShown = (!kind || kind === group.kind) && matches(entry, query);
        entry.item.hidden = !isShown;
        shown += Number(isShown);
      }
      group.section.hidden = !shown;
      count += shown;
    }
    const nothing = this.querySelector<HTMLElement>('[data-nothing]');
    if (nothing) nothing.hidden = count > 0;
    const search = this.querySelector<HTMLAnchorElement>('[data-to-search]');
    if (search) search.href = search.pathname + (query && `?${new URLSearchParams({ q: query })}`);
    keepQuery(String(chosen) && `?${chosen}`);
    this.toggleAttribute('filtered', String(chosen) !== '');
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#announce(count), pause);
  }

  /** Scrolls the controls to the top of the window when the first entry is below its bottom, or behind a keyboard on the screen. */
  #showFirst(): void {
    const first = this.querySelector('[data-words]:not([hidden])');
    const bottom = visualViewport?.height ?? innerHeight;
    if (first && first.getBoundingClientRect().bottom > bottom) this.scrollIntoView();
  }

  #announce(count: number): void {
    const output = this.querySelector('output');
    const kind = this.#inputs.find(({ checked, value }) => checked && value)?.labels?.[0]?.textContent;
    const sentence = [this.getAttribute('counts')?.split('|')[count], kind].filter(Boolean).join(', ');
    if (output && output.textContent !== sentence) output.textContent = sentence;
  }
}

function readEntry(item: HTMLElement): Entry {
  // The text of the entry, and of links to it in the index of tasks.
  const texts = [
    ...item.querySelectorAll(':scope > :is(h3, p), .reach > p'),
    ...document.querySelectorAll(`a[href$="#${item.id}"]`),
  ].map(({ textContent }) => textContent);
  const numbers = [...item.querySelectorAll<HTMLAnchorElement>('.reach > p [href^="tel:"]')];
  return {
    item,
    words: foldWords(`${texts.join(' ')} ${item.dataset['words']}`),
    digits: numbers.map(({ href }) => href.replace(/\D/g, '')).join(' '),
  };
}

customElements.define('directory-filter', DirectoryFilter);
