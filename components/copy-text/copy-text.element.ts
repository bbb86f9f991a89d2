/**
 * `<copy-text text="…">`: shows its button and copies the text. The button's three labels stand in the page: what it does,
 * that it is done, that it failed. The outcome is said once, politely; after a while the first label comes back.
 */
class CopyText extends HTMLElement {
  #back = 0;

  connectedCallback(): void {
    const button = this.querySelector('button');
    // Without a secure context there is no clipboard, and the button stays away.
    if (!button || !navigator.clipboard) return;
    const status = this.appendChild(document.createElement('span'));
    status.className = 'visually-hidden';
    status.role = 'status';
    button.hidden = false;
    button.onclick = async () => {
      const outcome = await navigator.clipboard.writeText(this.getAttribute('text') ?? '').then(
        () => 1,
        () => 2,
      );
      const show = (label: number) => {
        this.dataset['shown'] = String(label);
        status.textContent = label ? (button.children[label]?.textContent ?? '') : '';
      };
      show(outcome);
      clearTimeout(this.#back);
      this.#back = window.setTimeout(show, 3000, 0);
    };
  }
}

customElements.define('copy-text', CopyText);
